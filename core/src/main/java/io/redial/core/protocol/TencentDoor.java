package io.redial.core.protocol;

import io.redial.core.signature.SignatureMethod;
import org.jspecify.annotations.Nullable;

/** The ways into Tencent Cloud API 3.0: how a call travels, and with what it is signed. */
public enum TencentDoor {
    /** JSON by POST, signed with TC3-HMAC-SHA256, up to 10 MB: the door to take. */
    TC3_JSON(SizeLimit.TC3_POST),
    /** A query by GET, signed with TC3-HMAC-SHA256, up to 32 KB. */
    TC3_GET(SizeLimit.GET),
    /** A multipart form by POST, signed with TC3-HMAC-SHA256, up to 10 MB; only some actions know it. */
    TC3_MULTIPART(SizeLimit.TC3_POST),
    /** A query by GET, signed with HmacSHA1, up to 32 KB. */
    HMAC_SHA1_GET(SizeLimit.GET, ParameterDoor.GET, SignatureMethod.HMAC_SHA1),
    /** A form by POST, signed with HmacSHA1, up to 1 MB. */
    HMAC_SHA1_FORM(SizeLimit.FORM, ParameterDoor.FORM, SignatureMethod.HMAC_SHA1),
    /** A query by GET, signed with HmacSHA256, up to 32 KB. */
    HMAC_SHA256_GET(SizeLimit.GET, ParameterDoor.GET, SignatureMethod.HMAC_SHA256),
    /** A form by POST, signed with HmacSHA256, up to 1 MB. */
    HMAC_SHA256_FORM(SizeLimit.FORM, ParameterDoor.FORM, SignatureMethod.HMAC_SHA256);

    private final SizeLimit limit;
    private final @Nullable ParameterDoor parameters;
    private final @Nullable SignatureMethod method;

    TencentDoor(SizeLimit limit) {
        this(limit, null, null);
    }

    TencentDoor(SizeLimit limit, @Nullable ParameterDoor parameters, @Nullable SignatureMethod method) {
        this.limit = limit;
        this.parameters = parameters;
        this.method = method;
    }

    SizeLimit limit() {
        return limit;
    }

    /** How the parameters travel where they carry the signature, and null where a header does. */
    @Nullable
    ParameterDoor parameters() {
        return parameters;
    }

    @Nullable
    SignatureMethod method() {
        return method;
    }
}
