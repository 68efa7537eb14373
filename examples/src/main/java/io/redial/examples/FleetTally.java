package io.redial.examples;

import io.redial.reactive.fleet.FleetEvent;
import java.time.Duration;

/**
 * How far a fleet has come.
 *
 * @param instances how many there are
 * @param unordered how many have no accepted order yet and have not failed
 * @param running how many the cloud works on
 * @param succeeded how many run again
 * @param failed how many did not get what was ordered
 * @param work how long the succeeded ones took, all together, in this run
 * @param timed how many of the succeeded ones that were
 */
record FleetTally(int instances, int unordered, int running, int succeeded, int failed, Duration work, int timed) {

    static FleetTally of(int instances, int failedBefore) {
        return new FleetTally(instances, instances - failedBefore, 0, 0, failedBefore, Duration.ZERO, 0);
    }

    FleetTally after(FleetEvent event) {
        if (event instanceof FleetEvent.Planned plan) {
            var over = plan.succeeded() + plan.failed();
            return new FleetTally(
                    (int) plan.requests() + failed,
                    (int) (plan.requests() - over),
                    0,
                    (int) plan.succeeded(),
                    (int) plan.failed() + failed,
                    work,
                    timed);
        }
        if (event instanceof FleetEvent.Accepted) {
            return new FleetTally(instances, unordered - 1, running + 1, succeeded, failed, work, timed);
        }
        if (event instanceof FleetEvent.Succeeded success) {
            return new FleetTally(
                    instances, unordered, running - 1, succeeded + 1, failed, work.plus(success.elapsed()), timed + 1);
        }
        if (event instanceof FleetEvent.Failed failure) {
            return failure.accepted()
                    ? new FleetTally(instances, unordered, running - 1, succeeded, failed + 1, work, timed)
                    : new FleetTally(instances, unordered - 1, running, succeeded, failed + 1, work, timed);
        }
        return this;
    }

    /** How many need nothing more. */
    int over() {
        return succeeded + failed;
    }

    /** How long an instance took on average, zero while none is done. */
    Duration meanWork() {
        return timed == 0 ? Duration.ZERO : work.dividedBy(timed);
    }
}
