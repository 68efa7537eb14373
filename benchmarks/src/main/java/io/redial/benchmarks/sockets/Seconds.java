package io.redial.benchmarks.sockets;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many calls were answered in each second of a run. Thread-safe. */
final class Seconds {
    private final AtomicIntegerArray answered;
    private final long began;

    Seconds(Duration length, long began) {
        this.answered = new AtomicIntegerArray(Math.toIntExact(length.toSeconds()));
        this.began = began;
    }

    /** Counts one answer; those after the end do not count. */
    void answered(long now) {
        var second = (now - began) / 1_000_000_000L;
        if (second < answered.length()) {
            answered.incrementAndGet((int) second);
        }
    }

    int total() {
        return between(0, answered.length());
    }

    int between(int first, int end) {
        var sum = 0;
        for (var second = first; second < end; second++) {
            sum += answered.get(second);
        }
        return sum;
    }
}
