package io.redial.core.error;

import io.redial.core.Handle;
import java.time.Duration;

/** Work was not over when the time to follow it was. It goes on all the same: its handle still names it. */
public final class FollowDeadlineException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Handle handle;

    public FollowDeadlineException(CallSite call, Handle handle, Duration deadline) {
        super(
                call,
                call + " was accepted, but its work was not over after " + deadline.toSeconds() + " s: " + handle
                        + " goes on and can still be looked up",
                null);
        this.handle = handle;
    }

    /** The work that goes on. */
    public Handle handle() {
        return handle;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
