package io.redial.emulator.alibaba;

import io.redial.emulator.door.Refusal;
import java.util.Map;

/** The codes of refusals, and the HTTP status that comes with each. */
final class KvStoreErrors {
    private static final int USUAL_STATUS = 400;

    /** What other parts of the cloud call otherwise. */
    private static final Map<String, Refusal> HERE = Map.of(
            Refusal.QUOTA,
            new Refusal("Throttling.User", "Request was denied due to user flow control."),
            "AuthFailure.SignatureExpire",
            new Refusal("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."));

    private static final Map<String, Integer> STATUS = Map.of(
            "IncorrectDBInstanceState", 403,
            "InternalError", 500,
            "InvalidAccessKeyId.NotFound", 404,
            "InvalidAction.NotFound", 404,
            "InvalidInstanceId.NotFound", 404,
            "ServiceUnavailable", 503,
            "UnsupportedHTTPMethod", 405);

    private KvStoreErrors() {}

    static Refusal here(Refusal refusal) {
        return HERE.getOrDefault(refusal.code(), refusal);
    }

    static int status(Refusal refusal) {
        return STATUS.getOrDefault(refusal.code(), USUAL_STATUS);
    }
}
