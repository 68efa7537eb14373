package io.redial.ratelimit;

import org.jspecify.annotations.Nullable;

/**
 * How much of the configured limit the server really grants: less when it was lowered, or when others spend from the same
 * account.
 *
 * <p>A refusal that names a lower limit cuts to that. Any other cuts to what the server has accepted in the period before
 * it, once for all calls that were already under way, because their refusals have the same cause; those of them that are
 * refused later turn out not to have been accepted, and each takes one more off.
 *
 * <p>After some patience the limit grows again, first by one, then by twice as much in each period that passes without a
 * refusal. A refusal meanwhile cuts it to no more than before the last step and no less than before the first, for it was
 * the growth that was refused. A named limit is asked about again after the same patience, which costs about one refusal;
 * others on the account are asked about after twice the patience each time, because they tend to stay.
 *
 * <p>Times are nanoseconds of one clock. Not thread-safe: {@link LeaseLimiter} is.
 */
final class LearnedLimit {
    /** How long a cut is believed. Longer means fewer refusals, shorter that a raised limit is found sooner. */
    private static final long PATIENCE = 8_000_000_000L;

    private static final long LONGEST_PATIENCE = 4 * PATIENCE;

    /** A call that left this part of a period too early may have been counted late enough to matter. */
    private static final int DELAYED = 10;

    private final int configured;
    private final long period;

    /** When the last accepted requests were sent, a ring. */
    private final long[] accepted;

    private int nextAccepted;
    private int acceptedCount;

    private int limit;

    /** The limit before it began to grow, and before it grew last. */
    private int held;

    private int beforeStep;
    private int step;
    private long nextStepAt;

    private long patience = PATIENCE;
    private long cutAt = Long.MIN_VALUE;

    /** How many requests the last cut took for accepted although their answers were still out, and the least it may become. */
    private int takenForAccepted;

    private int least;

    LearnedLimit(int configured, long period) {
        this.configured = configured;
        this.period = period;
        this.limit = configured;
        this.held = configured;
        this.accepted = new long[configured];
    }

    /** The limit at present. */
    int at(long now) {
        while (held < configured && nextStepAt <= now) {
            if (limit == configured) {
                // A whole period at the full limit: that was that.
                held = configured;
                patience = PATIENCE;
            } else {
                beforeStep = limit;
                limit = Math.min(configured, limit + step);
                step *= 2;
                nextStepAt += period;
            }
        }
        return limit;
    }

    void accepted(long sentAt) {
        accepted[nextAccepted] = sentAt;
        nextAccepted = nextAccepted + 1 < accepted.length ? nextAccepted + 1 : 0;
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
            patience = PATIENCE;
            takenForAccepted = 0;
            cutTo(now, named);
        } else if (sentAt > cutAt) {
            cutToAccepted(now, sentAt, stillOut, present);
        } else if (takenForAccepted > 0) {
            takenForAccepted--;
            limit = Math.max(least, limit - 1);
            held = limit;
        }
    }

    private void cutToAccepted(long now, long sentAt, int stillOut, int present) {
        var growing = present > held;
        var most = Math.max(1, growing ? beforeStep : present - 1);
        least = growing ? held : 1;
        takenForAccepted = stillOut;
        var granted = acceptedSince(sentAt - period - period / DELAYED) + stillOut;
        cutTo(now, Math.max(least, Math.min(most, granted)));
        patience = Math.min(LONGEST_PATIENCE, 2 * patience);
    }

    private void cutTo(long now, int newLimit) {
        limit = newLimit;
        held = newLimit;
        cutAt = now;
        nextStepAt = now + patience;
        step = 1;
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
