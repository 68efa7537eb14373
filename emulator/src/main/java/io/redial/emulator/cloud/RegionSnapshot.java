package io.redial.emulator.cloud;

import io.redial.emulator.instance.Instance;
import java.util.List;
import java.util.Map;

/**
 * All that an account has in one region at one moment: data, and nothing else.
 *
 * @param region the id of the region
 * @param at the moment, in milliseconds since 1970
 * @param made how many instances were ever made
 * @param nextTask the id of the next task
 * @param lastOrder the id of the last order
 * @param instances the instances, the eldest first
 * @param tasks the tasks, the eldest first
 * @param orders the orders, the eldest first
 * @param backups the backups, the eldest first
 * @param resources what there is beside instances
 * @param fates what becomes of the next work of an instance, by its id
 * @param accepted how often work was accepted
 */
public record RegionSnapshot(
        String region,
        long at,
        int made,
        long nextTask,
        long lastOrder,
        List<Instance> instances,
        List<Task> tasks,
        List<Order> orders,
        List<Backup> backups,
        List<Resource> resources,
        Map<String, TaskFate> fates,
        List<Accepted> accepted) {

    /** Keeps copies of all lists. */
    public RegionSnapshot {
        instances = List.copyOf(instances);
        tasks = List.copyOf(tasks);
        orders = List.copyOf(orders);
        backups = List.copyOf(backups);
        resources = List.copyOf(resources);
        fates = Map.copyOf(fates);
        accepted = List.copyOf(accepted);
    }

    /**
     * How often the work of an action was accepted for an instance.
     *
     * @param action its name
     * @param instanceId the instance
     * @param times how often
     */
    public record Accepted(String action, String instanceId, int times) {}
}
