package io.redial.examples;

import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;

/** What is going to happen, as far as it is known beforehand. */
record FleetPlan(Region region, int instances, int inFlight) {
    static final QuotaTime ORDERS = new QuotaTime(UpgradeInstanceRequest.ACTION.rate());

    /** How long the quota alone takes: see {@link QuotaTime#untilLast}. */
    Duration ideal() {
        return ORDERS.untilLast(instances);
    }

    /**
     * How long it will still take: the orders that are not accepted yet leave at the rate of the quota, and the last of them
     * takes as long as the others did on average.
     */
    Duration left(FleetTally tally) {
        return tally.over() == instances
                ? Duration.ZERO
                : ORDERS.steadily(tally.unordered()).plus(tally.meanWork());
    }

    /** One line for people. */
    String text() {
        return "%d instances in %s to upgrade, %d at a time; the quota of %s is %d in %d s and alone takes %d s"
                .formatted(
                        instances,
                        region,
                        inFlight,
                        UpgradeInstanceRequest.ACTION.name(),
                        ORDERS.rate().permits(),
                        ORDERS.rate().period().toSeconds(),
                        ideal().toSeconds());
    }
}
