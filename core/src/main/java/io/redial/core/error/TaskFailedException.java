package io.redial.core.error;

import io.redial.core.Handle;

/** The work that a call started has failed. */
public final class TaskFailedException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Handle handle;

    /**
     * Describes the failure.
     *
     * @param handle the work
     * @param state the state that the cloud reports
     * @param reason what the cloud says about it
     */
    public TaskFailedException(CallSite call, Handle handle, String state, String reason) {
        super(
                call,
                call + " was accepted, but its work failed: " + handle + " is " + state
                        + (reason.isBlank() ? "" : ": " + reason),
                null);
        this.handle = handle;
    }

    /** The work that failed. */
    public Handle handle() {
        return handle;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
