package io.redial.examples;

import java.time.Duration;

/**
 * What a display shows at a moment.
 *
 * @param elapsed since the first order
 * @param callsPerSecond how many calls end in a second now
 * @param left how long it will still take, about
 */
record FleetProgress(FleetTally tally, Duration elapsed, double callsPerSecond, Duration left) {

    /** What is not drawn as a bar. */
    String figures() {
        return "%d running, %d failed, %.0f calls/s".formatted(tally.running(), tally.failed(), callsPerSecond);
    }
}
