package io.redial.ratelimit;

/**
 * The shortest round trip of the last seconds. It is 0 until one span of time has been watched, because the first round
 * trips are slow ones: they open connections and warm up both sides. Old ones are forgotten, so that a new route is learnt.
 */
final class ShortestRoundTrip {
    private static final long SPAN = 2_000_000_000L;

    private long spanBegan = Long.MIN_VALUE;
    private long inThisSpan = Long.MAX_VALUE;
    private long inLastSpan;

    void add(long now, long roundTrip) {
        roll(now);
        inThisSpan = Math.min(inThisSpan, Math.max(0, roundTrip));
    }

    long get(long now) {
        roll(now);
        return Math.min(inThisSpan, inLastSpan);
    }

    private void roll(long now) {
        if (spanBegan == Long.MIN_VALUE) {
            spanBegan = now;
        }
        var passed = now - spanBegan;
        if (passed < SPAN) {
            return;
        }
        // After a silence of two spans nothing that was seen can be relied on.
        inLastSpan = passed < 2 * SPAN && inThisSpan != Long.MAX_VALUE ? inThisSpan : 0;
        inThisSpan = Long.MAX_VALUE;
        spanBegan = now;
    }
}
