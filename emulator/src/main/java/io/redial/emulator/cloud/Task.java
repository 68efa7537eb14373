package io.redial.emulator.cloud;

import org.jspecify.annotations.Nullable;

/**
 * Work on an instance. All times are in milliseconds since 1970.
 *
 * @param id its id
 * @param kind what is done
 * @param instance the instance as it was when the work began
 * @param started when it was accepted
 * @param runs when it leaves the queue
 * @param ends when it is over
 * @param failure why it fails in the end, or null if it does not
 */
public record Task(
        long id,
        TaskKind kind,
        Instance instance,
        long started,
        long runs,
        long ends,
        @Nullable String failure) {

    /** What has become of it by that time. */
    public TaskState stateAt(long now) {
        if (now < runs) {
            return TaskState.PREPARING;
        }
        if (now < ends) {
            return TaskState.RUNNING;
        }
        return failure == null ? TaskState.SUCCEEDED : TaskState.FAILED;
    }

    /** How much of it is done by that time, 0 to 1; a task that failed never comes to 1. */
    public double progressAt(long now) {
        return switch (stateAt(now)) {
            case PREPARING -> 0;
            case RUNNING -> Math.floor(99.0 * (now - runs) / (ends - runs)) / 100;
            case SUCCEEDED -> 1;
            case FAILED -> 0.99;
        };
    }
}
