package io.redial.ratelimit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limiter that is asked before each request and told what became of it. It decides and never waits.
 *
 * <p>It is a Resilience4j {@link RateLimiter} at the same time, so that it can stand in a registry, publish its events and
 * show up in metrics. In that role it does not wait either: {@link #acquirePermission(int)} answers at once, and {@link
 * #reservePermission(int)} gives a permit now or not at all, because a permit that nobody reports back on could not come
 * home.
 *
 * <p>Thread-safe. Times are nanoseconds of the clock that the limiter was made with.
 */
public interface QuotaLimiter extends RateLimiter {
    /** What is returned when every permit is out and nobody can say when the next one comes home. */
    long UNKNOWN_WAIT = Long.MAX_VALUE;

    /**
     * Leases a permit if there is one. Each permit is settled with exactly one of {@link #answered}, {@link #throttled},
     * {@link #unanswered} and {@link #notSent}.
     *
     * @return 0 if one was leased; else how long until there may be one, or {@link #UNKNOWN_WAIT}
     */
    long lease();

    /** The server took the request and answered. */
    void answered(long sentAt, long answeredAt);

    /**
     * The server refused the request because of its quota.
     *
     * @param serverLimit the limit that the refusal names, or null if it names none
     */
    void throttled(long sentAt, long answeredAt, @Nullable Integer serverLimit);

    /** The request was sent, and given up without an answer. */
    void unanswered(long sentAt, long givenUpAt);

    /** The request never left. */
    void notSent();

    /**
     * How long a call would wait behind others if it came now.
     *
     * @param ahead how many wait already
     */
    Duration expectedWait(int ahead);

    /** How many requests are allowed in a period at present: what is configured, or less if the server was seen to refuse. */
    int presentLimit();

    /** Whether all permits are at home, so that forgetting this limiter loses nothing. */
    boolean idle();
}
