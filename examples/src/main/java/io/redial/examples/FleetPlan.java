package io.redial.examples;

import io.redial.core.Action;
import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is going to happen, as far as it is known beforehand.
 *
 * @param lines lines for people
 * @param verb what happens to the instances: {@code upgraded}
 * @param action what is called for each
 * @param instances how many there are; 0 if that will be known later
 */
record FleetPlan(List<String> lines, String verb, Action<?, ?> action, int instances) {
    static final QuotaEstimate ORDER_QUOTA = new QuotaEstimate(UpgradeInstanceRequest.ACTION.rate());

    /** A plan for all instances of a region. */
    static FleetPlan of(String verb, Action<?, ?> action, Region region, int instances, int inFlight) {
        var quota = action.rate();
        var text = List.of(
                "%d instances in %s are %s, %d in flight at a time.".formatted(instances, region, verb, inFlight),
                "%s may be called %d times in %d s: the quota alone takes %d s."
                        .formatted(
                                action.name(),
                                quota.permits(),
                                quota.period().toSeconds(),
                                idealDuration(action, instances).toSeconds()));
        return new FleetPlan(text, verb, action, instances);
    }

    /** The plan that stands in a journal. What it calls is not known yet, but nearly all actions have the same quota. */
    static FleetPlan forJournal(Path journal, int inFlight) {
        var text = List.of("Going on with %s, %d in flight at a time.".formatted(journal, inFlight));
        return new FleetPlan(text, "done", UpgradeInstanceRequest.ACTION, 0);
    }

    /** How long the quota alone takes for so many, until the last call leaves. */
    Duration idealDuration(int calls) {
        return idealDuration(action, calls);
    }

    private static Duration idealDuration(Action<?, ?> action, int calls) {
        return RateLimits.documented().estimate(action, calls);
    }

    /**
     * How long it will still take: the orders that are not accepted yet leave at the rate of the quota, and the last of them
     * takes as long as the others did on average.
     */
    Duration remainingTime(FleetCounts tally) {
        return tally.completed() >= tally.instances()
                ? Duration.ZERO
                : new QuotaEstimate(action.rate()).durationOf(tally.pending()).plus(tally.meanDuration());
    }
}
