package io.redial.reactive.follow;

import java.time.Duration;

/**
 * How work is followed. Immutable: each method gives new options.
 *
 * @param deadline how long work is followed after its call was accepted, before {@link
 *     io.redial.core.error.FollowDeadlineException}; the work goes on
 * @param pollTimeout how long one look-up may take, waiting for its quota included; one that takes longer is given up, and
 *     the next round asks again
 * @param shortestInterval how long to rest between two look-ups of the same work at least
 * @param longestInterval how long at most; the rest grows with the age of the work, to a 240th of it, so that work is
 *     noticed to be over with a delay of half a percent of its time
 */
public record FollowOptions(
        Duration deadline, Duration pollTimeout, Duration shortestInterval, Duration longestInterval) {

    public FollowOptions {
        positive("deadline", deadline);
        positive("pollTimeout", pollTimeout);
        positive("shortestInterval", shortestInterval);
        if (longestInterval.compareTo(shortestInterval) < 0) {
            throw new IllegalArgumentException("longestInterval is not shorter than shortestInterval ("
                    + shortestInterval + "), but " + longestInterval);
        }
    }

    /** One hour, polls of at most 10 s, and 0.5 to 10 s between them. */
    public static FollowOptions defaults() {
        return new FollowOptions(
                Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(10));
    }

    /** With another deadline. */
    public FollowOptions withDeadline(Duration newDeadline) {
        return new FollowOptions(newDeadline, pollTimeout, shortestInterval, longestInterval);
    }

    /** With another time for each look-up. */
    public FollowOptions withPollTimeout(Duration timeout) {
        return new FollowOptions(deadline, timeout, shortestInterval, longestInterval);
    }

    /** With other bounds for the rest between two look-ups. */
    public FollowOptions withInterval(Duration shortest, Duration longest) {
        return new FollowOptions(deadline, pollTimeout, shortest, longest);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is longer than zero, not " + duration);
        }
    }
}
