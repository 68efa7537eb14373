package io.redial.reactive.fleet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts what happens in a run. Not thread-safe: events come one after the other. */
final class Tally {
    private long accepted;
    private long succeeded;
    private long failed;
    private long skipped;

    /** Counts what earlier runs have finished. */
    static Tally of(long accepted, long succeeded, long failed) {
        var tally = new Tally();
        tally.accepted = accepted;
        tally.succeeded = succeeded;
        tally.failed = failed;
        return tally;
    }

    void count(FleetEvent event) {
        if (event instanceof FleetEvent.Accepted) {
            accepted++;
        } else if (event instanceof FleetEvent.Succeeded) {
            succeeded++;
        } else if (event instanceof FleetEvent.Failed) {
            failed++;
        } else if (event instanceof FleetEvent.Skipped) {
            skipped++;
        }
    }

    FleetEvent.Planned planned(long requests) {
        return new FleetEvent.Planned(requests, succeeded, failed);
    }

    FleetEvent.Finished finished(long requests, Duration elapsed, @Nullable String stopped) {
        return new FleetEvent.Finished(
                new FleetSummary(requests, accepted, succeeded, failed, skipped, elapsed, stopped));
    }
}
