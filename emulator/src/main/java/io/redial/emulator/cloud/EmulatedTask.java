package io.redial.emulator.cloud;

import io.redial.emulator.cloud.TaskOutcome.Ending;
import io.redial.emulator.instance.EmulatedInstance;

/**
 * Work on an instance.
 *
 * @param id its id
 * @param kind what is done
 * @param instance the instance as it was when the work began
 * @param timeline when it is done, and what becomes of it
 */
public record EmulatedTask(long id, TaskKind kind, EmulatedInstance instance, TaskTimeline timeline) {

    EmulatedTask shiftedBy(TimeShift pause) {
        return new EmulatedTask(id, kind, instance, timeline.shiftedBy(pause));
    }

    /** The same, but over then. */
    EmulatedTask endingAt(long millis) {
        return new EmulatedTask(id, kind, instance, timeline.endingAt(millis));
    }

    /** When it was accepted, in milliseconds since 1970. */
    public long started() {
        return timeline.started();
    }

    /** When it is over, in milliseconds since 1970. */
    public long ends() {
        return timeline.ends();
    }

    /** What has become of it by that time. */
    public TaskState stateAt(long now) {
        return timeline.stateAt(now);
    }

    /** Why it failed, once it has; else empty. */
    public String messageAt(long now) {
        return now < ends() ? "" : timeline.message();
    }

    /** Whether lists of tasks show it at that time. */
    public boolean isListedAt(long now) {
        return isKnownAt(now) && (now < ends() || timeline.ending() != Ending.UNLISTED);
    }

    /** Whether a look-up by its id finds it at that time. */
    public boolean isKnownAt(long now) {
        return now < ends() || timeline.ending() != Ending.FORGOTTEN;
    }
}
