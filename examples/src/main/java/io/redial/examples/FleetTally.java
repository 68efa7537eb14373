package io.redial.examples;

import io.redial.examples.UpgradeEvent.Accepted;
import io.redial.examples.UpgradeEvent.Failed;
import io.redial.examples.UpgradeEvent.Succeeded;
import java.time.Duration;

/**
 * How far the upgrade of a fleet has come.
 *
 * @param instances how many are to be upgraded
 * @param unordered how many have no accepted order yet and have not failed
 * @param running how many the cloud works on
 * @param succeeded how many run again
 * @param failed how many were not upgraded
 * @param work how long the succeeded ones took, all together
 */
record FleetTally(int instances, int unordered, int running, int succeeded, int failed, Duration work) {

    static FleetTally of(int instances) {
        return new FleetTally(instances, instances, 0, 0, 0, Duration.ZERO);
    }

    FleetTally after(UpgradeEvent event) {
        if (event instanceof Accepted) {
            return new FleetTally(instances, unordered - 1, running + 1, succeeded, failed, work);
        }
        if (event instanceof Succeeded success) {
            return new FleetTally(instances, unordered, running - 1, succeeded + 1, failed, work.plus(success.work()));
        }
        if (event instanceof Failed failure) {
            return failure.accepted()
                    ? new FleetTally(instances, unordered, running - 1, succeeded, failed + 1, work)
                    : new FleetTally(instances, unordered - 1, running, succeeded, failed + 1, work);
        }
        return this;
    }

    /** How many need nothing more. */
    int over() {
        return succeeded + failed;
    }

    /** How long an instance took on average, zero while none is done. */
    Duration meanWork() {
        return succeeded == 0 ? Duration.ZERO : work.dividedBy(succeeded);
    }
}
