package io.redial.core.error;

import org.jspecify.annotations.Nullable;

/** The server answered, and refused the call. */
public final class ServiceException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String serverMessage;
    private final @Nullable String requestId;

    public ServiceException(CallSite call, String code, String serverMessage, @Nullable String requestId) {
        super(call, message(call, code, serverMessage, requestId), null);
        this.code = code;
        this.serverMessage = serverMessage;
        this.requestId = requestId;
    }

    /** The code, for example {@code ResourceNotFound.InstanceNotExists}. */
    public String code() {
        return code;
    }

    /** What the server said. */
    public String serverMessage() {
        return serverMessage;
    }

    /** The id that the server gave the call, or null if it gave none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** What kind of refusal it is. */
    public Refusal refusal() {
        return Refusal.of(code);
    }

    @Override
    public boolean throttled() {
        return refusal() == Refusal.THROTTLED;
    }

    @Override
    public boolean retryable() {
        return refusal().retryable();
    }

    private static String message(CallSite call, String code, String serverMessage, @Nullable String requestId) {
        return call + " was refused: " + code + ": " + serverMessage + " [request id " + requestId + ", "
                + Refusal.of(code).advice() + "]";
    }
}
