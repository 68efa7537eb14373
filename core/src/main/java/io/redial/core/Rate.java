package io.redial.core;

import java.time.Duration;

/**
 * A limit of requests.
 *
 * @param permits how many requests, at least 1
 * @param period in what time, more than zero
 */
public record Rate(int permits, Duration period) {

    public Rate {
        if (permits < 1) {
            throw new IllegalArgumentException("a rate allows at least one request, not " + permits);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("the period of a rate is longer than zero, not " + period);
        }
    }

    /** So many requests each second. */
    public static Rate perSecond(int permits) {
        return new Rate(permits, Duration.ofSeconds(1));
    }

    /** {@code 20/1s}. */
    @Override
    public String toString() {
        return permits + "/" + (period.toMillis() % 1000 == 0 ? period.toSeconds() + "s" : period.toMillis() + "ms");
    }
}
