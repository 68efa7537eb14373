package io.redial.core.error;

import java.time.Duration;

/**
 * A call did not get its turn: too many wait for the quota of its action already, or it would have had to wait beyond its
 * deadline. Nothing was sent.
 */
public final class RateLimitedException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Duration expectedWait;
    private final int waiting;

    /**
     * Describes the queue that the call met.
     *
     * @param expectedWait how long it would have waited, if nothing changed
     * @param waiting how many calls wait already
     * @param reason why it does not wait with them
     */
    public RateLimitedException(CallSite call, Duration expectedWait, int waiting, String reason) {
        super(
                call,
                call + " was not sent: " + reason + "; " + waiting
                        + " calls wait for its quota, and it would have waited" + " about " + expectedWait.toMillis()
                        + " ms [let fewer calls be in flight, or give them more time]",
                null);
        this.expectedWait = expectedWait;
        this.waiting = waiting;
    }

    /** How long the call would have waited, if nothing changed. */
    public Duration expectedWait() {
        return expectedWait;
    }

    /** How many calls wait for the quota of the action. */
    public int waiting() {
        return waiting;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
