package io.redial.examples;

import java.time.Duration;

/** What happens while a fleet is upgraded. */
sealed interface UpgradeEvent {

    /** The cloud took the order for an instance. */
    record Accepted() implements UpgradeEvent {}

    /**
     * An instance runs again, in its new size.
     *
     * @param work how long that took, from the order being accepted
     */
    record Succeeded(Duration work) implements UpgradeEvent {}

    /**
     * An instance was not upgraded.
     *
     * @param accepted whether its order had been accepted
     */
    record Failed(String instanceId, boolean accepted, String reason) implements UpgradeEvent {}

    /** Time has passed. */
    record Tick() implements UpgradeEvent {}
}
