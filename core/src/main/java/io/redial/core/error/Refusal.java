package io.redial.core.error;

import java.util.Map;

/** Why a server refuses a call, and what helps. */
public enum Refusal {
    /** More requests than the quota allows. Nothing was done. */
    THROTTLED(true, "over the quota, may be sent again later"),
    /** The server failed. */
    SERVER_FAILURE(true, "the server failed, may be sent again if the action can bear it"),
    /** The timestamp of the request is too far off the server's clock. */
    CLOCK(false, "the clock of this machine is off"),
    /** The caller is unknown, or may not do this. */
    UNAUTHORIZED(false, "check the key and its permissions"),
    /** Anything else: the request does not fit, or the resource does not allow it now. */
    REJECTED(false, "sending it again as it is does not help");

    private static final Map<String, Refusal> BY_PREFIX = Map.of(
            "RequestLimitExceeded", THROTTLED,
            "Throttling", THROTTLED,
            "4400", THROTTLED,
            "InternalError", SERVER_FAILURE,
            "ServiceUnavailable", SERVER_FAILURE,
            "AuthFailure", UNAUTHORIZED,
            "UnauthorizedOperation", UNAUTHORIZED);

    private final boolean retryable;
    private final String advice;

    Refusal(boolean retryable, String advice) {
        this.retryable = retryable;
        this.advice = advice;
    }

    /** The kind of an error code. Only the part before the dot decides: sub-codes are many and grow. */
    public static Refusal of(String code) {
        if (code.equals("AuthFailure.SignatureExpire")) {
            return CLOCK;
        }
        var dot = code.indexOf('.');
        return BY_PREFIX.getOrDefault(dot < 0 ? code : code.substring(0, dot), REJECTED);
    }

    /** Whether the same call has a chance when it is sent again as it is. */
    public boolean retryable() {
        return retryable;
    }

    String advice() {
        return advice;
    }
}
