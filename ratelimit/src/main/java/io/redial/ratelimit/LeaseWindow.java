package io.redial.ratelimit;

import io.redial.core.Rate;
import java.time.Duration;

/**
 * A limiter that knows what the server counts: a permit is leased when a request leaves, and comes home one period after
 * the server can have counted it.
 *
 * <p>The server counted a request no later than its answer left, and no request arrives sooner than the shortest trip
 * takes. So a permit that comes home at {@code answer + period - shortest round trip} can be leased again without more
 * than the limit ever falling into one period, wherever the server's period begins. Latency costs nothing; only its
 * variation does. A small margin covers what the shortest round trip has not seen yet. From idle the whole limit leaves at
 * once. A request that was sent and never answered may have been counted until the moment it was given up, so its permit
 * comes home one period after that.
 *
 * <p>All times are nanoseconds of one clock. Not thread-safe: the caller confines it.
 */
public final class LeaseWindow {
    /** What is returned when every permit is out and nobody can say when the next one comes home. */
    public static final long UNKNOWN_WAIT = Long.MAX_VALUE;

    private final long period;
    private final long margin;
    private final ShortestRoundTrip shortestRoundTrip = new ShortestRoundTrip();

    /** When permits come home, a ring in ascending order. */
    private final long[] homecomings;

    private int first;
    private int returning;
    private int out;

    /**
     * A limiter with all permits at home.
     *
     * @param rate how many requests the server allows in which period
     * @param margin what is added to every lease, not negative
     */
    public LeaseWindow(Rate rate, Duration margin) {
        if (margin.isNegative()) {
            throw new IllegalArgumentException("the margin is not negative, but " + margin);
        }
        this.period = rate.period().toNanos();
        this.margin = margin.toNanos();
        this.homecomings = new long[rate.permits()];
    }

    /**
     * Leases a permit if one is at home.
     *
     * @return 0 if it was leased; else how long until the next permit comes home, or {@link #UNKNOWN_WAIT}
     */
    public long lease(long now) {
        while (returning > 0 && homecomings[first] <= now) {
            first = (first + 1) % homecomings.length;
            returning--;
        }
        if (out + returning < homecomings.length) {
            out++;
            return 0;
        }
        return returning == 0 ? UNKNOWN_WAIT : homecomings[first] - now;
    }

    /** The request of a leased permit was answered. */
    public void answered(long sentAt, long answeredAt) {
        shortestRoundTrip.add(answeredAt, answeredAt - sentAt);
        comesHome(answeredAt + period - Math.min(period, shortestRoundTrip.get(answeredAt)) + margin);
    }

    /** The request of a leased permit was sent, and given up without an answer. */
    public void unanswered(long now) {
        comesHome(now + period + margin);
    }

    /** The request of a leased permit never left. */
    public void notSent() {
        out--;
    }

    /**
     * How long a new call would wait behind others, if nothing changes.
     *
     * @param ahead how many calls wait already
     */
    public Duration expectedWait(int ahead) {
        return Duration.ofNanos(period / homecomings.length).multipliedBy(ahead);
    }

    private void comesHome(long time) {
        out--;
        // The ring stays in order: a permit never overtakes one that was expected before it.
        var last = (first + returning - 1 + homecomings.length) % homecomings.length;
        var inOrder = returning == 0 ? time : Math.max(time, homecomings[last]);
        homecomings[(first + returning) % homecomings.length] = inOrder;
        returning++;
    }
}
