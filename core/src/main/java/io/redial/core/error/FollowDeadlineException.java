package io.redial.core.error;

import io.redial.core.Handle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Work was not over when the time to follow it was. It goes on all the same: its handle still names it. */
public final class FollowDeadlineException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Handle handle;

    /**
     * Describes what was not over.
     *
     * @param lastPollError why the last look-up that failed did so, or null if none did
     */
    public FollowDeadlineException(CallSite call, Handle handle, Duration deadline, @Nullable Throwable lastPollError) {
        super(
                call,
                call + " was accepted, but its work was not over after " + deadline.toSeconds() + " s: " + handle
                        + " goes on and can still be followed"
                        + (lastPollError == null ? "" : "; a look-up failed: " + lastPollError.getMessage()),
                lastPollError);
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
