package io.redial.emulator.cloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides how work goes: as it was told, or else by chance. */
final class Courses {
    /** What stands for the id of instances that are ordered next, which have none yet. */
    static final String NEW_INSTANCES = "";

    private final WorkTimes times;
    private final Map<String, TaskFate> fates = new ConcurrentHashMap<>();

    Courses(WorkTimes times) {
        this.times = times;
    }

    /** What was said and has not come true yet, by instance. */
    Map<String, TaskFate> fates() {
        return Map.copyOf(fates);
    }

    /** What becomes of the next task of an instance; the latest word counts. */
    void next(String instanceId, TaskFate fate) {
        fates.put(instanceId, fate);
    }

    void forget(String instanceId) {
        fates.remove(instanceId);
    }

    /** The course of work on that instance that begins now. */
    Course begin(String instanceId, long now) {
        var fate = fates.remove(instanceId);
        return begin(fate == null ? TaskFate.succeeds() : fate, now);
    }

    /** The course of work that nobody has told anything about. */
    Course begin(long now) {
        return begin(TaskFate.succeeds(), now);
    }

    private Course begin(TaskFate fate, long now) {
        var length =
                fate.duration() == null ? times.workMillis() : fate.duration().toMillis();
        return Course.of(now, length, fate);
    }

    /** The course of the work behind an order, which goes on a little after the order was delivered. */
    Course behind(Course order) {
        return order.longer(times.gapMillis());
    }
}
