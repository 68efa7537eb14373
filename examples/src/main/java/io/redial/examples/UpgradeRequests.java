package io.redial.examples;

import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is ordered for a fleet.
 *
 * @param requests one for each instance that can be upgraded
 * @param failures a line for each that cannot
 */
record UpgradeRequests(List<UpgradeInstanceRequest> requests, List<String> failures) {

    static UpgradeRequests of(List<InstanceSet> fleet, UpgradeRule rule) {
        var orders = new ArrayList<UpgradeInstanceRequest>();
        var failures = new ArrayList<String>();
        for (var instance : fleet) {
            try {
                orders.add(rule.requestFor(instance));
            } catch (IllegalArgumentException | NullPointerException e) {
                failures.add(FleetMonitor.failureLine(Objects.requireNonNullElse(instance.instanceId(), "(no id)"), e));
            }
        }
        return new UpgradeRequests(orders, failures);
    }
}
