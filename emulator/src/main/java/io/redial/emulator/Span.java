package io.redial.emulator;

import java.time.Duration;

/** A range of durations, both ends included. */
record Span(Duration shortest, Duration longest) {
    private static final Duration MAX = Duration.ofDays(1);

    Span {
        if (shortest.isNegative() || shortest.compareTo(longest) > 0 || longest.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "a range of durations goes up and lies between 0 and a day: " + shortest + " to " + longest);
        }
    }

    boolean isZero() {
        return longest.isZero();
    }
}
