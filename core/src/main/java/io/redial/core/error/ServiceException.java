package io.redial.core.error;

import org.jspecify.annotations.Nullable;

/** The server answered, and refused the call. */
public final class ServiceException extends RedialException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String serverMessage;
    private final @Nullable String requestId;
    private final Refusal refusal;

    /** A refusal whose kind is {@linkplain Refusal#of that of its code}. */
    public ServiceException(CallSite call, String code, String serverMessage, @Nullable String requestId) {
        this(call, code, serverMessage, requestId, Refusal.of(code));
    }

    /** A refusal whose kind its protocol knows better than its code tells. */
    public ServiceException(
            CallSite call, String code, String serverMessage, @Nullable String requestId, Refusal refusal) {
        this(call, code, serverMessage, requestId, refusal, refusal.advice());
    }

    private ServiceException(
            @Nullable CallSite call,
            String code,
            String serverMessage,
            @Nullable String requestId,
            Refusal refusal,
            String advice) {
        super(
                call,
                call + " was refused: " + code + ": " + serverMessage + " ["
                        + (requestId == null ? "" : "request id " + requestId + ", ") + advice + "]",
                null);
        this.code = code;
        this.serverMessage = serverMessage;
        this.requestId = requestId;
        this.refusal = refusal;
    }

    /** The same refusal, of which more is known than its kind tells. */
    public ServiceException withAdvice(String advice) {
        return new ServiceException(call(), code, serverMessage, requestId, refusal, advice);
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
        return refusal;
    }

    @Override
    public boolean throttled() {
        return refusal == Refusal.THROTTLED;
    }

    @Override
    public boolean retryable() {
        return refusal.retryable();
    }
}
