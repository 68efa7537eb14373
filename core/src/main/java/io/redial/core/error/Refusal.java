package io.redial.core.error;

import static java.util.Map.entry;

import java.util.Map;

/** Why a server refuses a call, and what helps. */
public enum Refusal {
    /** More requests than the quota allows. Nothing was done. */
    THROTTLED(true, "over the quota, may be sent again later"),
    /** The server failed. */
    SERVER_FAILURE(true, "the server failed, may be sent again if the action can bear it"),
    /** The timestamp of the request is too far off the server's clock. */
    CLOCK(false, "the clock of this machine is off"),
    /**
     * The server has seen the nonce of this request before, or its timestamp is too far off. What came first may have been
     * done.
     */
    REPLAYED(false, "the clock of this machine is off, or it arrived twice: look whether it was done"),
    /** The caller is unknown, or may not do this. */
    UNAUTHORIZED(false, "check the key and its permissions"),
    /** Anything else: the request does not fit, or the resource does not allow it now. */
    REJECTED(false, "sending it again as it is does not help");

    private static final Map<String, Refusal> BY_CODE = Map.of(
            "AuthFailure.SignatureExpire", CLOCK,
            "InvalidTimeStamp.Expired", CLOCK);

    private static final Map<String, Refusal> BY_PREFIX = Map.ofEntries(
            // Tencent API 3.0; some of Alibaba's are the same.
            entry("RequestLimitExceeded", THROTTLED),
            entry("InternalError", SERVER_FAILURE),
            entry("ServiceUnavailable", SERVER_FAILURE),
            entry("AuthFailure", UNAUTHORIZED),
            entry("UnauthorizedOperation", UNAUTHORIZED),
            // Tencent API v2: what its table of common codes says.
            entry("4100", UNAUTHORIZED),
            entry("4101", UNAUTHORIZED),
            entry("4102", UNAUTHORIZED),
            entry("4103", UNAUTHORIZED),
            entry("4104", UNAUTHORIZED),
            entry("4105", UNAUTHORIZED),
            entry("4106", UNAUTHORIZED),
            entry("4110", UNAUTHORIZED),
            entry("4300", UNAUTHORIZED),
            entry("4400", THROTTLED),
            entry("4500", REPLAYED),
            entry("6000", SERVER_FAILURE),
            entry("6200", SERVER_FAILURE),
            // Alibaba RPC.
            entry("Throttling", THROTTLED),
            entry("SignatureNonceUsed", REPLAYED),
            entry("SignatureDoesNotMatch", UNAUTHORIZED),
            entry("IncompleteSignature", UNAUTHORIZED),
            entry("InvalidAccessKeyId", UNAUTHORIZED),
            entry("InvalidSecurityToken", UNAUTHORIZED),
            entry("MissingSecurityToken", UNAUTHORIZED),
            entry("Forbidden", UNAUTHORIZED),
            entry("NoPermission", UNAUTHORIZED));

    private final boolean retryable;
    private final String advice;

    Refusal(boolean retryable, String advice) {
        this.retryable = retryable;
        this.advice = advice;
    }

    /**
     * The kind of an error code. But for a few, only the part before the dot decides: sub-codes are many and grow. API v2's
     * codes are numbers.
     */
    public static Refusal of(String code) {
        var dot = code.indexOf('.');
        var ofPrefix = BY_PREFIX.getOrDefault(dot < 0 ? code : code.substring(0, dot), REJECTED);
        return BY_CODE.getOrDefault(code, ofPrefix);
    }

    /** Whether the same call has a chance when it is sent again as it is. */
    public boolean retryable() {
        return retryable;
    }

    String advice() {
        return advice;
    }
}
