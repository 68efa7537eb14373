package io.redial.ratelimit;

import io.redial.core.Rate;
import java.time.Duration;

/**
 * The arithmetic of a limiter that knows what the server counts: a permit is leased when a request leaves, and comes home
 * one period after the server can have counted it.
 *
 * <p>The server counted a request no later than its answer left, and no request arrives sooner than the shortest trip
 * takes. So a permit that comes home at {@code answer + period - shortest round trip} can be leased again without more
 * than the limit ever falling into one period, wherever the server's period begins. Latency costs nothing; only its
 * variation does. A small margin covers what the shortest round trip has not seen yet. From idle the whole limit leaves at
 * once. A request that was sent and never answered may have been counted until the moment it was given up, so its permit
 * comes home one period after that.
 *
 * <p>All times are nanoseconds of one clock. Not thread-safe: {@link LeaseLimiter} is.
 */
final class LeaseWindow {
    private final long period;
    private final long margin;
    private final ShortestRoundTrip shortestRoundTrip = new ShortestRoundTrip();

    /** When permits come home, a ring in ascending order. */
    private final long[] homecomings;

    private int first;
    private int returning;
    private int out;

    /**
     * A window with all permits at home.
     *
     * @param rate how many requests the server allows in which period
     * @param margin what is added to every lease, not negative
     */
    LeaseWindow(Rate rate, Duration margin) {
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
     * @param limit how many may be away at present, at most as many as there are
     * @return 0 if it was leased; else how long until one comes home, or {@link QuotaLimiter#UNKNOWN_WAIT}
     */
    long lease(long now, int limit) {
        welcome(now);
        if (out + returning < limit) {
            out++;
            return 0;
        }
        // While the limit is being lowered, more than one has to come home before the next may leave.
        var surplus = out + returning - limit;
        return surplus < returning ? homecoming(surplus) - now : QuotaLimiter.UNKNOWN_WAIT;
    }

    /** The request of a leased permit was answered. */
    void answered(long sentAt, long answeredAt) {
        shortestRoundTrip.add(answeredAt, answeredAt - sentAt);
        comesHome(answeredAt + period - Math.min(period, shortestRoundTrip.get(answeredAt)) + margin);
    }

    /** The request of a leased permit was sent, and given up without an answer. */
    void unanswered(long now) {
        comesHome(now + period + margin);
    }

    /** The request of a leased permit never left. */
    void notSent() {
        out--;
    }

    /** How many permits could be leased now. */
    int atHome(long now, int limit) {
        welcome(now);
        return Math.max(0, limit - out - returning);
    }

    /** Whether no permit is away. */
    boolean idle(long now) {
        welcome(now);
        return out + returning == 0;
    }

    /** How many permits are with requests that have not been settled. */
    int out() {
        return out;
    }

    /** How long a new call would wait behind others if nothing changes; rather too short than too long. */
    long expectedWait(long now, int ahead, int limit) {
        var free = atHome(now, limit);
        if (ahead < free) {
            return 0;
        }
        var untilTheFirst = returning == 0 ? 0 : Math.max(0, homecoming(0) - now);
        return untilTheFirst + (ahead - free) / limit * period;
    }

    private void welcome(long now) {
        while (returning > 0 && homecomings[first] <= now) {
            first = index(1);
            returning--;
        }
    }

    private long homecoming(int after) {
        return homecomings[index(after)];
    }

    /** Where the permit is that comes home after so many others: a remainder, without the division. */
    private int index(int after) {
        var index = first + after;
        return index < homecomings.length ? index : index - homecomings.length;
    }

    private void comesHome(long time) {
        out--;
        // The ring stays in order: a permit never overtakes one that was expected before it.
        var inOrder = returning == 0 ? time : Math.max(time, homecoming(returning - 1));
        homecomings[index(returning)] = inOrder;
        returning++;
    }
}
