package io.redial.emulator.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides how work goes: as it was told, or else by chance. */
final class TaskTimelineFactory {
    /** What stands for the id of instances that are ordered next, which have none yet. */
    static final String NEW_INSTANCES = "";

    private final TaskDurations durations;
    private final Map<String, TaskOutcome> pendingOutcomes = new ConcurrentHashMap<>();

    TaskTimelineFactory(TaskDurations times) {
        this.durations = times;
    }

    /** What was said and has not come true yet, by instance. */
    Map<String, TaskOutcome> pendingOutcomes() {
        return Map.copyOf(pendingOutcomes);
    }

    /** What becomes of the next task of an instance; the latest word counts. */
    void setNextOutcome(String instanceId, TaskOutcome fate) {
        pendingOutcomes.put(instanceId, fate);
    }

    void removeOutcome(String instanceId) {
        pendingOutcomes.remove(instanceId);
    }

    /** The course of work on that instance that begins now. */
    TaskTimeline start(String instanceId, long now) {
        var fate = pendingOutcomes.remove(instanceId);
        return start(fate == null ? TaskOutcome.succeeds() : fate, now);
    }

    /** The course of work that nobody has told anything about. */
    TaskTimeline start(long now) {
        return start(TaskOutcome.succeeds(), now);
    }

    private TaskTimeline start(TaskOutcome fate, long now) {
        var length = fate.duration() == null
                ? durations.nextTaskMillis()
                : fate.duration().toMillis();
        return TaskTimeline.of(now, length, fate);
    }

    /** The course of the work behind an order, which goes on a little after the order was delivered. */
    TaskTimeline afterOrder(TaskTimeline order) {
        return order.extendedBy(durations.nextUnlockDelayMillis());
    }
}
