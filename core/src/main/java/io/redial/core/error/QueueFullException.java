package io.redial.core.error;

import java.time.Duration;

/** So many calls wait for the quota of this action already that one more would only wait in vain. Nothing was sent. */
public final class QueueFullException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Duration expectedWait;

    public QueueFullException(CallSite call, int waiting, Duration expectedWait) {
        super(
                call,
                call + " was not sent: " + waiting + " calls wait for its quota already, for about "
                        + expectedWait.toMillis() + " ms [let fewer calls be in flight]",
                null);
        this.expectedWait = expectedWait;
    }

    /** How long the call would have waited. */
    public Duration expectedWait() {
        return expectedWait;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
