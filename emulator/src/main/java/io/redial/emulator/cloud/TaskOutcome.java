package io.redial.emulator.cloud;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task. Immutable.
 *
 * @param ending how it ends
 * @param message what the task says then; empty if it has nothing to say
 * @param duration how long it takes, 0 to 365 days; null if that is drawn as usual
 */
public record TaskOutcome(
        Ending ending, String message, @Nullable Duration duration) {
    private static final Duration MAX_DURATION = Duration.ofDays(365);
    private static final TaskOutcome SUCCESS = of(Ending.SUCCESS);

    /** The ways in which a task ends. */
    public enum Ending {
        /** It does what it should. */
        SUCCESS,
        /** It changes nothing and ends with the status {@code failed}. */
        FAILURE,
        /** It changes nothing and ends with the status {@code Error}. */
        ERROR,
        /** It never ends, and its instance stays locked. */
        NONE,
        /** It does what it should and is then in no list any more; a look-up by its id still finds it. */
        UNLISTED,
        /** It does what it should, and then nobody knows it any more. */
        FORGOTTEN
    }

    /** Holds the duration against its range. */
    public TaskOutcome {
        if (duration != null && (duration.isNegative() || duration.compareTo(MAX_DURATION) > 0)) {
            throw new IllegalArgumentException("a task takes 0 to 365 days, not " + duration);
        }
    }

    /** It changes nothing and ends with the status {@code failed} and this message. */
    public static TaskOutcome fails(String message) {
        return new TaskOutcome(Ending.FAILURE, message, null);
    }

    /** It changes nothing and ends with the status {@code Error} and this message. */
    public static TaskOutcome endsInError(String message) {
        return new TaskOutcome(Ending.ERROR, message, null);
    }

    /** It never ends, and its instance stays locked. */
    public static TaskOutcome neverCompletes() {
        return of(Ending.NONE);
    }

    /** It succeeds; once it is over, DescribeTaskList leaves it out, and DescribeTaskInfo still finds it. */
    public static TaskOutcome unlisted() {
        return of(Ending.UNLISTED);
    }

    /** It succeeds; once it is over, DescribeTaskList leaves it out, and DescribeTaskInfo does not know it. */
    public static TaskOutcome notFound() {
        return of(Ending.FORGOTTEN);
    }

    /** It succeeds after this time. */
    public static TaskOutcome succeedsAfter(Duration time) {
        return succeeds().withDuration(time);
    }

    /** The same end after this time, 0 to 365 days. */
    public TaskOutcome withDuration(Duration time) {
        return new TaskOutcome(ending, message, time);
    }

    static TaskOutcome succeeds() {
        return SUCCESS;
    }

    private static TaskOutcome of(Ending ending) {
        return new TaskOutcome(ending, "", null);
    }
}
