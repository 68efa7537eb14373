package io.redial.emulator.cloud;

import io.redial.emulator.instance.EmulatedInstance;
import java.util.List;
import java.util.Map;

/**
 * All that an account has in one region at one moment: data, and nothing else.
 *
 * @param region the id of the region
 * @param takenAt the moment, in milliseconds since 1970
 * @param createdCount how many instances were ever made
 * @param nextTaskId the id of the next task
 * @param lastOrderId the id of the last order
 * @param instances the instances, the eldest first
 * @param tasks the tasks, the eldest first
 * @param orders the orders, the eldest first
 * @param backups the backups, the eldest first
 * @param resources what there is beside instances
 * @param pendingOutcomes what becomes of the next work of an instance, by its id
 * @param acceptedCounts how often work was accepted
 */
public record RegionSnapshot(
        String region,
        long takenAt,
        int createdCount,
        long nextTaskId,
        long lastOrderId,
        List<EmulatedInstance> instances,
        List<EmulatedTask> tasks,
        List<Order> orders,
        List<ManualBackup> backups,
        List<CloudResource> resources,
        Map<String, TaskOutcome> pendingOutcomes,
        List<AcceptedCount> acceptedCounts) {

    /** Keeps copies of all lists. */
    public RegionSnapshot {
        instances = List.copyOf(instances);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        backups = List.copyOf(backups);
        resources = List.copyOf(resources);
        pendingOutcomes = Map.copyOf(pendingOutcomes);
        acceptedCounts = List.copyOf(acceptedCounts);
    }

    /**
     * How often the work of an action was accepted for an instance.
     *
     * @param action its name
     * @param instanceId the instance
     * @param count how often
     */
    public record AcceptedCount(String action, String instanceId, int count) {}
}
