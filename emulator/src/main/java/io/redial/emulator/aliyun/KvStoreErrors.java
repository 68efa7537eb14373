package io.redial.emulator.aliyun;

import io.redial.emulator.protocol.ApiError;
import java.util.Map;

/** The codes of refusals, and the HTTP status that comes with each. */
final class KvStoreErrors {
    private static final int DEFAULT_STATUS = 400;

    /** What other parts of the cloud call otherwise. */
    private static final Map<String, ApiError> TRANSLATIONS = Map.of(
            ApiError.REQUEST_LIMIT_EXCEEDED,
            new ApiError("Throttling.User", "Request was denied due to user flow control."),
            "AuthFailure.SignatureExpire",
            new ApiError("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."));

    private static final Map<String, Integer> STATUS = Map.of(
            "IncorrectDBInstanceState", 403,
            "InternalError", 500,
            "InvalidAccessKeyId.NotFound", 404,
            "InvalidAction.NotFound", 404,
            "InvalidInstanceId.NotFound", 404,
            "ServiceUnavailable", 503,
            "UnsupportedHTTPMethod", 405);

    private KvStoreErrors() {}

    static ApiError translate(ApiError refusal) {
        return TRANSLATIONS.getOrDefault(refusal.code(), refusal);
    }

    static int httpStatus(ApiError refusal) {
        return STATUS.getOrDefault(refusal.code(), DEFAULT_STATUS);
    }
}
