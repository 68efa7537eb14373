package io.redial.examples;

import io.redial.reactive.fleet.FleetEvent;
import java.time.Duration;

/**
 * How far a fleet has come.
 *
 * @param instances how many there are
 * @param pending how many have no accepted order yet and have not failed
 * @param running how many the cloud works on
 * @param succeeded how many run again
 * @param failed how many did not get what was ordered
 * @param totalDuration how long the succeeded ones took, all together, in this run
 * @param timedCount how many of the succeeded ones that were
 */
record FleetCounts(
        int instances, int pending, int running, int succeeded, int failed, Duration totalDuration, int timedCount) {

    static FleetCounts of(int instances, int failedBefore) {
        return new FleetCounts(instances, instances - failedBefore, 0, 0, failedBefore, Duration.ZERO, 0);
    }

    FleetCounts withEvent(FleetEvent event) {
        if (event instanceof FleetEvent.Planned plan) {
            var over = plan.succeeded() + plan.failed();
            return new FleetCounts(
                    (int) plan.requests() + failed,
                    (int) (plan.requests() - over),
                    0,
                    (int) plan.succeeded(),
                    (int) plan.failed() + failed,
                    totalDuration,
                    timedCount);
        }
        if (event instanceof FleetEvent.Accepted) {
            return new FleetCounts(instances, pending - 1, running + 1, succeeded, failed, totalDuration, timedCount);
        }
        if (event instanceof FleetEvent.Succeeded success) {
            return new FleetCounts(
                    instances,
                    pending,
                    running - 1,
                    succeeded + 1,
                    failed,
                    totalDuration.plus(success.elapsed()),
                    timedCount + 1);
        }
        if (event instanceof FleetEvent.Failed failure) {
            return failure.accepted()
                    ? new FleetCounts(instances, pending, running - 1, succeeded, failed + 1, totalDuration, timedCount)
                    : new FleetCounts(
                            instances, pending - 1, running, succeeded, failed + 1, totalDuration, timedCount);
        }
        return this;
    }

    /** How many need nothing more. */
    int completed() {
        return succeeded + failed;
    }

    /** How long an instance took on average, zero while none is done. */
    Duration meanDuration() {
        return timedCount == 0 ? Duration.ZERO : totalDuration.dividedBy(timedCount);
    }
}
