package io.redial.core.error;

import io.redial.core.Handle;
import org.jspecify.annotations.Nullable;

/** The cloud does not know work that was to be followed: the handle is wrong, of another region, or too old. */
public final class WorkNotFoundException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final transient Handle handle;

    /**
     * Describes what is missing.
     *
     * @param handle the work
     * @param detail what was seen of it, or what the cloud said
     * @param cause the refusal of the last look-up, or null if it just was not in the answer
     */
    public WorkNotFoundException(CallSite call, Handle handle, String detail, @Nullable Throwable cause) {
        super(
                call,
                handle + " of " + call + " is not known there: " + detail
                        + " [tasks are kept for 30 days, and each region knows its own only]",
                cause);
        this.handle = handle;
    }

    /** The work that was not found. */
    public Handle handle() {
        return handle;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
