package io.redial.benchmarks.following;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What users called, and how it went. Thread-safe. */
final class UserCalls {
    private final Sample times = new Sample();
    private final Map<String, LongAdder> byAction = new ConcurrentHashMap<>();
    private final LongAdder exhausted = new LongAdder();
    private final LongAdder failures = new LongAdder();

    void called(String action, long nanos, boolean quotaWasExhausted) {
        times.add(nanos);
        byAction.computeIfAbsent(action, absent -> new LongAdder()).increment();
        if (quotaWasExhausted) {
            exhausted.increment();
        }
    }

    void failed(Throwable error) {
        failures.increment();
        System.err.println("a user's call failed: " + error);
    }

    Sample times() {
        return times;
    }

    long of(String action) {
        var calls = byAction.get(action);
        return calls == null ? 0 : calls.sum();
    }

    /** How many calls found no permit, and so had to wait for their quota. */
    long foundNoPermit() {
        return exhausted.sum();
    }

    long failures() {
        return failures.sum();
    }
}
