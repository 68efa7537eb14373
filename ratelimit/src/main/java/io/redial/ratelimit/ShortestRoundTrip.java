package io.redial.ratelimit;

/**
 * How short a round trip can be, judged by those of the last seconds; rather too short than too long.
 *
 * <p>Nothing is relied on in the first two seconds, because the first round trips are slow ones: they open connections and
 * warm up both sides. Then it is the shortest one seen, less what chance may have kept from view: of {@code n} round trips
 * that vary on both ways, the shortest lies above the shortest possible by about the spread over the root of {@code n}.
 * So few answers, or restless ones, are believed less. Old ones are forgotten, so that a longer route is learnt; a shorter
 * one is learnt at once.
 */
final class ShortestRoundTrip {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long SPAN = 10_000_000_000L;

    /** For even variation on both ways the shortest is off by 1.25 of spread over root on average. */
    private static final double DOUBT = 1.5;

    private long watchedSince = Long.MIN_VALUE;
    private long spanBegan;

    private long shortest = Long.MAX_VALUE;
    private long sum;
    private long count;

    private long shortestBefore = Long.MAX_VALUE;
    private long sumBefore;
    private long countBefore;

    void add(long now, long roundTrip) {
        roll(now);
        var sane = Math.max(0, roundTrip);
        shortest = Math.min(shortest, sane);
        sum += sane;
        count++;
    }

    long get(long now) {
        roll(now);
        var seen = (double) (count + countBefore);
        if (now - watchedSince < WARM_UP || seen == 0) {
            return 0;
        }
        var shortestSeen = Math.min(shortest, shortestBefore);
        // The spread is the mean less the shortest; written so, there is one division.
        var spreads = (double) (sum + sumBefore) - seen * (double) shortestSeen;
        return Math.max(0, shortestSeen - (long) (DOUBT * spreads / (seen * Math.sqrt(seen))));
    }

    private void roll(long now) {
        var passed = now - spanBegan;
        if (watchedSince == Long.MIN_VALUE || passed >= 2 * SPAN) {
            // After a long silence nothing that was seen can be relied on, and connections have to be opened again.
            watchedSince = now;
            beginSpan(now);
            beginSpan(now);
        } else if (passed >= SPAN) {
            beginSpan(now);
        }
    }

    private void beginSpan(long now) {
        spanBegan = now;
        shortestBefore = shortest;
        sumBefore = sum;
        countBefore = count;
        shortest = Long.MAX_VALUE;
        sum = 0;
        count = 0;
    }
}
