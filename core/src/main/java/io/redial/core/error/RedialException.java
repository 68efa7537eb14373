package io.redial.core.error;

import org.jspecify.annotations.Nullable;

/** A call that did not succeed. */
public abstract class RedialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable CallSite call;

    RedialException(@Nullable CallSite call, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.call = call;
    }

    /** The call, or null if it failed before there was one. */
    public @Nullable CallSite call() {
        return call;
    }

    /** Whether the call was refused because there were too many: nothing was done, and later it may be welcome. */
    public boolean throttled() {
        return false;
    }

    /** Whether the same call has a chance when it is sent again as it is. */
    public abstract boolean retryable();
}
