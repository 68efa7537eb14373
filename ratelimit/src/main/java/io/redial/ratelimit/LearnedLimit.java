package io.redial.ratelimit;

import org.jspecify.annotations.Nullable;

/**
 * How much of the configured limit the server really grants: less when it was lowered, or when others spend from the same
 * account.
 *
 * <p>A refusal cuts the limit to what the server has accepted in the period before it, at most once a period, because all
 * refusals of one period have the same cause. A refusal that names a lower limit cuts to that. After some patience the
 * limit grows again, first by one, then by twice as much in each period that passes without a refusal.
 *
 * <p>Times are nanoseconds of one clock. Not thread-safe: {@link LeaseLimiter} is.
 */
final class LearnedLimit {
    /** How long a cut is believed. Longer means fewer refusals, shorter that a raised limit is found sooner. */
    private static final long PATIENCE = 8_000_000_000L;

    private final int configured;
    private final long period;

    /** When the last accepted requests were sent, a ring. */
    private final long[] accepted;

    private int nextAccepted;
    private int acceptedCount;
    private int limit;
    private boolean cut;
    private long cutAt;
    private long growsAt;
    private int growth;

    LearnedLimit(int configured, long period) {
        this.configured = configured;
        this.period = period;
        this.limit = configured;
        this.accepted = new long[configured];
    }

    /** The limit at present. */
    int at(long now) {
        while (limit < configured && growsAt <= now) {
            limit = Math.min(configured, limit + growth);
            growth *= 2;
            growsAt += period;
        }
        return limit;
    }

    void accepted(long sentAt) {
        accepted[nextAccepted] = sentAt;
        nextAccepted = (nextAccepted + 1) % accepted.length;
        acceptedCount = Math.min(acceptedCount + 1, accepted.length);
    }

    /**
     * A request was refused.
     *
     * @param sentAt when it had been sent
     * @param stillOut how many requests wait for their answers
     * @param serverLimit the limit that the refusal names, or null
     */
    void refused(long now, long sentAt, int stillOut, @Nullable Integer serverLimit) {
        var present = at(now);
        var named = serverLimit == null ? configured : Math.max(1, serverLimit);
        if (named < present) {
            cutTo(now, named);
        } else if (!cut || sentAt >= cutAt) {
            var granted = Math.min(present - 1, acceptedSince(sentAt - period) + stillOut);
            cutTo(now, Math.max(1, granted));
        }
    }

    private void cutTo(long now, int newLimit) {
        limit = newLimit;
        cut = true;
        cutAt = now;
        growsAt = now + PATIENCE;
        growth = 1;
    }

    private int acceptedSince(long time) {
        var count = 0;
        for (var i = 0; i < acceptedCount; i++) {
            if (accepted[i] > time) {
                count++;
            }
        }
        return count;
    }
}
