package io.redial.emulator.quota;

import java.util.function.Supplier;

/**
 * Counts the requests of one action, host and account. Not safe for use by several threads.
 *
 * <p>A refused request is not counted: whoever keeps asking too fast is still served as often as the quota says.
 */
public sealed interface QuotaCounter
        permits SlidingWindowCounter, FixedWindowCounter, TokenBucketCounter, UnlimitedCounter {

    /**
     * Counts one request.
     *
     * @param nanos when it arrived, on any clock that never goes back
     * @param permits how many requests one period allows at this moment, at least 1
     * @return whether the request is within the quota
     */
    boolean admit(long nanos, int permits);

    /** At most the permits in any stretch of time as long as the period, wherever it begins. */
    static Supplier<QuotaCounter> sliding(long periodNanos) {
        return () -> new SlidingWindowCounter(periodNanos);
    }

    /** At most the permits in each period; periods begin at whole multiples of their length. */
    static Supplier<QuotaCounter> fixed(long periodNanos) {
        return () -> new FixedWindowCounter(periodNanos);
    }

    /** A bucket that holds the permits of one period, is full at first and fills evenly. */
    static Supplier<QuotaCounter> bucket(long periodNanos) {
        return () -> new TokenBucketCounter(periodNanos);
    }

    /** No limit at all. */
    static Supplier<QuotaCounter> off() {
        return UnlimitedCounter::new;
    }
}
