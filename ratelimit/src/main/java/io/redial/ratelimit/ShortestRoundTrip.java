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

    private final Span[] spans = {new Span(), new Span()};
    private long watchedSince = Long.MIN_VALUE;
    private long spanBegan;
    private int current;

    private static final class Span {
        private long shortest = Long.MAX_VALUE;
        private long sum;
        private long count;

        void clear() {
            shortest = Long.MAX_VALUE;
            sum = 0;
            count = 0;
        }
    }

    void add(long now, long roundTrip) {
        roll(now);
        var span = spans[current];
        var sane = Math.max(0, roundTrip);
        span.shortest = Math.min(span.shortest, sane);
        span.sum += sane;
        span.count++;
    }

    long get(long now) {
        roll(now);
        var count = (double) (spans[0].count + spans[1].count);
        if (now - watchedSince < WARM_UP || count == 0) {
            return 0;
        }
        var shortest = Math.min(spans[0].shortest, spans[1].shortest);
        // The spread is the mean less the shortest; written so, there is one division.
        var spreads = (double) (spans[0].sum + spans[1].sum) - count * (double) shortest;
        return Math.max(0, shortest - (long) (DOUBT * spreads / (count * Math.sqrt(count))));
    }

    private void roll(long now) {
        var passed = now - spanBegan;
        if (watchedSince == Long.MIN_VALUE || passed >= 2 * SPAN) {
            // After a long silence nothing that was seen can be relied on, and connections have to be opened again.
            watchedSince = now;
            spanBegan = now;
            spans[0].clear();
            spans[1].clear();
        } else if (passed >= SPAN) {
            spanBegan = now;
            current = 1 - current;
            spans[current].clear();
        }
    }
}
