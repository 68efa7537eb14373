package io.redial.ratelimit;

import io.github.resilience4j.core.IntervalFunction;
import io.redial.core.Effect;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.RedialException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.core.error.UnreadableAnswerException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Whether a failed call is sent again, and when.
 *
 * <p>What was refused by the quota, or never left, is sent again whatever it does. What was sent and not answered, and
 * what the server failed at, is sent again only when that cannot do anything twice. The wait is drawn at random between
 * nothing and a bound that grows with each attempt, so that calls that failed together do not come back together.
 *
 * @param maxAttempts how often a call is sent at most, at least 1
 * @param longestBackoff the bound of the wait after each attempt, in milliseconds
 * @param random numbers from 0 to 1
 */
public record RetryPolicy(int maxAttempts, IntervalFunction longestBackoff, DoubleSupplier random) {

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a call is sent at least once, not " + maxAttempts + " times");
        }
        Objects.requireNonNull(longestBackoff, "longestBackoff");
        Objects.requireNonNull(random, "random");
    }

    /** What to do after a failure. */
    public sealed interface Decision {
        /** Send it again after a while. */
        record Again(Duration backoff) implements Decision {}

        /** Give up, with this error. */
        record GiveUp(Throwable error) implements Decision {}
    }

    /**
     * Decides about a failure.
     *
     * @param effect what happens when the call is sent twice
     * @param attempt which attempt failed, from 1
     * @param error how it failed
     */
    public Decision decide(Effect effect, int attempt, Throwable error) {
        if (!effect.repeatable() && mayHaveBeenDone(error)) {
            return new Decision.GiveUp(outcomeUnknown(error));
        }
        if (attempt >= maxAttempts || !helps(effect, error)) {
            return new Decision.GiveUp(error);
        }
        return new Decision.Again(backoff(attempt));
    }

    private static boolean mayHaveBeenDone(Throwable error) {
        return (error instanceof UnreadableAnswerException page && !page.throttled())
                || (error instanceof TransportException lost && lost.sent());
    }

    private static Throwable outcomeUnknown(Throwable error) {
        return error instanceof RedialException failure && failure.call() != null
                ? new OutcomeUnknownException(failure.call(), error)
                : error;
    }

    private static boolean helps(Effect effect, Throwable error) {
        if (error instanceof ServiceException refused) {
            return refused.throttled() || (refused.refusal() == Refusal.SERVER_FAILURE && effect.repeatable());
        }
        return error instanceof TransportException || error instanceof UnreadableAnswerException;
    }

    private Duration backoff(int attempt) {
        return Duration.ofNanos(Math.round(longestBackoff.apply(attempt) * 1e6 * random.getAsDouble()));
    }
}
