package io.redial.benchmarks.sockets;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many calls were answered in each second of a run. Thread-safe. */
final class PerSecondCounts {
    private final AtomicIntegerArray counts;
    private final long startNanos;

    PerSecondCounts(Duration length, long began) {
        this.counts = new AtomicIntegerArray(Math.toIntExact(length.toSeconds()));
        this.startNanos = began;
    }

    /** Counts one answer; those after the end do not count. */
    void record(long now) {
        var second = (now - startNanos) / 1_000_000_000L;
        if (second < counts.length()) {
            counts.incrementAndGet((int) second);
        }
    }

    int total() {
        return countBetween(0, counts.length());
    }

    int countBetween(int first, int end) {
        var sum = 0;
        for (var second = first; second < end; second++) {
            sum += counts.get(second);
        }
        return sum;
    }
}
