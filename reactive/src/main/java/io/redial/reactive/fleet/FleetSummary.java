package io.redial.reactive.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a fleet run went. A resumed run counts what earlier runs of its journal have finished, too.
 *
 * @param requests how many there are: all of the journal, else those that were read from the input
 * @param accepted how many of them the cloud has accepted
 * @param succeeded how many are done
 * @param failed how many were refused, or whose work failed or could not be followed to its end
 * @param skipped how many were read and not sent
 * @param elapsed how long this run took
 * @param stopped why the run ended before its input did, or null
 */
public record FleetSummary(
        long requests,
        long accepted,
        long succeeded,
        long failed,
        long skipped,
        Duration elapsed,
        @Nullable String stopped) {

    /** Whether every request has succeeded, and none was left out. */
    public boolean allSucceeded() {
        return succeeded == requests && stopped == null;
    }
}
