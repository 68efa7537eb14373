package io.redial.examples;

import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.List;

/** What is going to happen, as far as it is known beforehand. */
record FleetPlan(Region region, int instances, int inFlight) {
    static final QuotaTime ORDERS = new QuotaTime(UpgradeInstanceRequest.ACTION.rate());

    /** How long the quota alone takes, until the last order leaves. */
    Duration ideal() {
        return RateLimits.documented().estimate(UpgradeInstanceRequest.ACTION, instances);
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

    /** Two lines for people. */
    List<String> text() {
        var quota = ORDERS.rate();
        return List.of(
                "%d instances in %s are upgraded, %d in flight at a time.".formatted(instances, region, inFlight),
                "%s may be called %d times in %d s: the quota alone takes %d s."
                        .formatted(
                                UpgradeInstanceRequest.ACTION.name(),
                                quota.permits(),
                                quota.period().toSeconds(),
                                ideal().toSeconds()));
    }
}
