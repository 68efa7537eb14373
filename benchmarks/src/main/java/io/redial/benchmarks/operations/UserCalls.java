package io.redial.benchmarks.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What users called, and how it went. Thread-safe. */
final class UserCalls {
    private final DurationSamples times = new DurationSamples();
    private final Map<String, LongAdder> byAction = new ConcurrentHashMap<>();
    private final LongAdder queued = new LongAdder();
    private final LongAdder failures = new LongAdder();

    void recordCall(String action, long nanos, boolean quotaWasExhausted) {
        times.add(nanos);
        byAction.computeIfAbsent(action, absent -> new LongAdder()).increment();
        if (quotaWasExhausted) {
            queued.increment();
        }
    }

    void recordFailure(Throwable error) {
        failures.increment();
        System.err.println("a user's call failed: " + error);
    }

    DurationSamples durations() {
        return times;
    }

    long countOf(String action) {
        var calls = byAction.get(action);
        return calls == null ? 0 : calls.sum();
    }

    /** How many calls found no permit, and so had to wait for their quota. */
    long queuedCount() {
        return queued.sum();
    }

    long failureCount() {
        return failures.sum();
    }
}
