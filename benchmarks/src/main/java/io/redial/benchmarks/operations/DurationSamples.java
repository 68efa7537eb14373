package io.redial.benchmarks.operations;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times that were taken, in nanoseconds. Thread-safe. */
final class DurationSamples {
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    void add(long nanos) {
        times.add(nanos);
    }

    int size() {
        return times.size();
    }

    /** In seconds, like all that follows; no number if nothing was measured. */
    double mean() {
        return times.stream().mapToLong(time -> time).average().orElse(Double.NaN) / 1e9;
    }

    /** The time that so many per cent do not exceed; 100 for the longest. */
    double percentile(int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e9;
    }

    long countLongerThan(long nanos) {
        return times.stream().filter(time -> time > nanos).count();
    }
}
