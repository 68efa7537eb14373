package io.redial.emulator;

import java.time.Duration;

/** A range of durations, both ends included. */
record DurationRange(Duration min, Duration max) {
    private static final Duration LIMIT = Duration.ofDays(1);

    DurationRange {
        if (min.isNegative() || min.compareTo(max) > 0 || max.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "a range of durations goes up and lies between 0 and a day: " + min + " to " + max);
        }
    }

    boolean isZero() {
        return max.isZero();
    }
}
