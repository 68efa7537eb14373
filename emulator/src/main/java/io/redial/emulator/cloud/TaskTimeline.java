package io.redial.emulator.cloud;

import io.redial.emulator.cloud.TaskOutcome.Ending;

/**
 * The way that work takes. All times are in milliseconds since 1970.
 *
 * @param started when it was accepted
 * @param runningSince when it leaves the queue
 * @param ends when it is over; {@link #NEVER} if it hangs
 * @param ending how it ends
 * @param message what it says then; empty if it has nothing to say
 */
public record TaskTimeline(long started, long runningSince, long ends, Ending ending, String message) {
    /** The end of work that hangs. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A tenth of the time, work waits in the queue. */
    private static final int QUEUE_SHARE = 10;

    static TaskTimeline of(long started, long length, TaskOutcome fate) {
        var ends = fate.ending() == Ending.NONE ? NEVER : started + length;
        return new TaskTimeline(started, started + length / QUEUE_SHARE, ends, fate.ending(), fate.message());
    }

    /** The same, but it ends later. */
    TaskTimeline extendedBy(long millis) {
        return new TaskTimeline(started, runningSince, ends == NEVER ? NEVER : ends + millis, ending, message);
    }

    /** The same after time stood still. */
    TaskTimeline shiftedBy(TimeShift pause) {
        return new TaskTimeline(started, pause.apply(runningSince), pause.apply(ends), ending, message);
    }

    /** Whether it leaves everything as it is. */
    boolean hasNoEffect() {
        return ending == Ending.FAILURE || ending == Ending.ERROR;
    }

    /** The same, but it does not end before that time. */
    TaskTimeline endingNotBefore(long millis) {
        return new TaskTimeline(started, runningSince, Math.max(ends, millis), ending, message);
    }

    /** The same, but it ends then. */
    TaskTimeline endingAt(long millis) {
        return new TaskTimeline(started, runningSince, millis, ending, message);
    }

    /** What has become of the work by that time. */
    public TaskState stateAt(long now) {
        if (now < runningSince) {
            return TaskState.PREPARING;
        }
        if (now < ends) {
            return TaskState.RUNNING;
        }
        return switch (ending) {
            case FAILURE -> TaskState.FAILED;
            case ERROR -> TaskState.ERROR;
            case SUCCESS, NONE, UNLISTED, FORGOTTEN -> TaskState.SUCCEEDED;
        };
    }

    /** How much is done by that time, 0 to 1; what failed never comes to 1. */
    public double progressAt(long now) {
        return switch (stateAt(now)) {
            case PREPARING -> 0;
            case RUNNING -> Math.floor(99.0 * (now - runningSince) / (ends - runningSince)) / 100;
            case SUCCEEDED -> 1;
            case FAILED, ERROR -> 0.99;
        };
    }
}
