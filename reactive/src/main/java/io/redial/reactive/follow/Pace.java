package io.redial.reactive.follow;

import java.time.Duration;

/**
 * How long to rest between two rounds of look-ups. Not thread-safe.
 *
 * <p>A round that takes many calls comes less often: the rest grows with the root of their number, so that neither the delay
 * nor the number of calls gets out of hand, and they never take more than half of a quota of 100 a second. When look-ups
 * wait for their quota, others need it: then the rest doubles, and comes down slowly.
 */
final class Pace {
    private static final long FOR_ONE_CALL = Duration.ofMillis(220).toNanos();
    private static final long HALF_OF_THE_QUOTA = Duration.ofSeconds(1).toNanos() / 50;
    private static final long NOTABLE_WAIT = Duration.ofMillis(150).toNanos();
    private static final double MOST = 16;
    private static final double CALMER = 0.8;

    private double stretch = 1;
    private long quickest = Long.MAX_VALUE;

    /** Notes how long a look-up took, in nanoseconds. */
    void took(long nanos) {
        quickest = Math.min(quickest, nanos);
    }

    /**
     * The rest until the next round begins, in nanoseconds from the beginning of this one.
     *
     * @param calls how many look-ups this round took
     * @param slowest how long the slowest of them took
     */
    long rest(int calls, long slowest) {
        var waited = slowest - quickest > NOTABLE_WAIT;
        stretch = waited ? Math.min(MOST, stretch * 2) : Math.max(1, stretch * CALMER);
        var rest = Math.max(FOR_ONE_CALL * Math.sqrt(calls), (double) HALF_OF_THE_QUOTA * calls);
        return (long) (rest * stretch);
    }
}
