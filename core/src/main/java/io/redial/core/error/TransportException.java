package io.redial.core.error;

/** The call did not get to the server, or no answer came back. */
public final class TransportException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private TransportException(CallSite call, boolean sent, String message, Throwable cause) {
        super(call, message, cause);
        this.sent = sent;
    }

    /** Nothing left this machine: no connection, no address, no TLS. */
    public static TransportException notSent(CallSite call, Throwable cause) {
        return new TransportException(
                call, false, call + " was not sent: no connection to " + call.host() + ": " + reason(cause), cause);
    }

    /** The request left, or may have, and no whole answer came back. */
    public static TransportException unanswered(CallSite call, Throwable cause) {
        return new TransportException(
                call,
                true,
                call + " was sent to " + call.host() + ", but no whole answer came back: " + reason(cause),
                cause);
    }

    /** What the network says, without the class that says it; some of its exceptions say nothing. */
    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Whether the server may have seen the request. */
    public boolean sent() {
        return sent;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
