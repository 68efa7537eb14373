package io.redial.emulator.cloud;

import io.redial.emulator.cloud.TaskFate.Ending;
import io.redial.emulator.instance.Instance;

/**
 * Work on an instance.
 *
 * @param id its id
 * @param kind what is done
 * @param instance the instance as it was when the work began
 * @param course when it is done, and what becomes of it
 */
public record Task(long id, TaskKind kind, Instance instance, Course course) {

    Task resumed(Pause pause) {
        return new Task(id, kind, instance, course.resumed(pause));
    }

    /** The same, but over then. */
    Task ending(long millis) {
        return new Task(id, kind, instance, course.ending(millis));
    }

    /** When it was accepted, in milliseconds since 1970. */
    public long started() {
        return course.started();
    }

    /** When it is over, in milliseconds since 1970. */
    public long ends() {
        return course.ends();
    }

    /** What has become of it by that time. */
    public TaskState stateAt(long now) {
        return course.stateAt(now);
    }

    /** Why it failed, once it has; else empty. */
    public String messageAt(long now) {
        return now < ends() ? "" : course.message();
    }

    /** Whether lists of tasks show it at that time. */
    public boolean isListedAt(long now) {
        return isKnownAt(now) && (now < ends() || course.ending() != Ending.UNLISTED);
    }

    /** Whether a look-up by its id finds it at that time. */
    public boolean isKnownAt(long now) {
        return now < ends() || course.ending() != Ending.FORGOTTEN;
    }
}
