package io.redial.core.error;

/**
 * A write was sent and not answered: it may have been done, or not. It was not sent again, because that could do it
 * twice.
 */
public final class OutcomeUnknownException extends RedialException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(CallSite call, Throwable cause) {
        super(
                call,
                call + " was sent, but whether it was done is unknown: " + cause.getMessage()
                        + " [look at the resource and at its tasks and orders before sending it again]",
                cause);
    }

    /** False: ask the cloud first. */
    @Override
    public boolean retryable() {
        return false;
    }
}
