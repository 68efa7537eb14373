package io.redial.emulator.protocol;

import io.redial.catalog.Api;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** HmacSHA1 and HmacSHA256: all parameters, common ones too, are a query or a form. */
final class V1SignatureScheme implements SignatureScheme {
    /** The vendor's SDKs add {@code RequestClient}, which no document mentions. */
    private static final Set<String> COMMON_PARAMETERS = Set.of(
            "Action",
            "Version",
            "Region",
            "Timestamp",
            "Nonce",
            "SecretId",
            "Signature",
            "SignatureMethod",
            "Token",
            "Language",
            "RequestClient");

    private final Api api;
    private final ParameterSignatureVerifier signatures;
    private final TimestampValidator timestamps;
    private final NonceCache nonces;
    private final FlatParameterReader flatParameters;

    V1SignatureScheme(Api api, AccessKey key, TimestampValidator time) {
        this.api = api;
        this.signatures = new ParameterSignatureVerifier(key, time);
        this.timestamps = time;
        this.nonces = time.newNonceCache();
        this.flatParameters = new FlatParameterReader(api);
    }

    @Override
    public boolean matches(IncomingRequest arrival) {
        if (arrival.header("Authorization").isPresent()) {
            return false;
        }
        return arrival.isGet() ? arrival.query().contains("Signature=") : FormParameters.isFormBody(arrival);
    }

    @Override
    public int maxBodyBytes() {
        return api.protocol().maxFormBytes();
    }

    @Override
    public Optional<String> actionName(IncomingRequest arrival) {
        if (arrival.isLargerThan(api.protocol().maxGetBytes(), maxBodyBytes())) {
            // it will be refused for that, so it is not worth reading
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(FormParameters.of(arrival).get("Action"));
        } catch (ApiError unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public VerifiedRequest verify(IncomingRequest arrival) {
        var values = FormParameters.of(arrival);
        var own = new TreeMap<>(values);
        own.keySet().removeAll(COMMON_PARAMETERS);
        var commons = CommonParameters.of(values);
        signatures.verify(arrival, values);
        if (!nonces.addIfAbsent(
                commons.required("Timestamp") + "/" + commons.required("Nonce"), timestamps.nowMillis())) {
            throw AuthErrors.signatureFailure(
                    "The request is a replay: its `Nonce` was used at this `Timestamp` before.");
        }
        return new VerifiedRequest(commons, fields -> flatParameters.read(fields, own));
    }
}
