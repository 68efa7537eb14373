package io.redial.core.error;

/** The call was not sent: it is larger than the server takes. */
public final class RequestTooLargeException extends RedialException {
    private static final long serialVersionUID = 1L;

    /**
     * Describes such a call.
     *
     * @param bytes how large it is
     * @param limit the limit, in words
     * @param wayOut what takes more
     */
    public RequestTooLargeException(CallSite call, long bytes, String limit, String wayOut) {
        super(call, call + " was not sent: it takes " + bytes + " bytes, and " + limit + "; " + wayOut, null);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
