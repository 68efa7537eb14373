package io.redial.examples;

import java.time.Duration;

/**
 * What a display shows at a moment.
 *
 * @param elapsed since the first order
 * @param callsPerSecond how many calls end in a second now
 * @param remaining how long it will still take, about
 */
record FleetProgress(FleetCounts counts, Duration elapsed, double callsPerSecond, Duration remaining) {

    /** What is not drawn as a bar. */
    String summary() {
        return "%d running, %d failed, %.0f calls/s".formatted(counts.running(), counts.failed(), callsPerSecond);
    }
}
