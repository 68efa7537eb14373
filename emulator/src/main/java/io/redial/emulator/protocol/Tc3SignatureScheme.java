package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TC3-HMAC-SHA256: the common parameters are headers; the others are JSON, a query or the parts of a multipart form. */
final class Tc3SignatureScheme implements SignatureScheme {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final Api api;
    private final AccessKey key;
    private final TimestampValidator timestamps;
    private final FlatParameterReader flatParameters;

    Tc3SignatureScheme(Api api, AccessKey key, TimestampValidator time) {
        this.api = api;
        this.key = key;
        this.timestamps = time;
        this.flatParameters = new FlatParameterReader(api);
    }

    /** Whatever came no other way is held against this one. */
    @Override
    public boolean matches(IncomingRequest arrival) {
        return true;
    }

    @Override
    public int maxBodyBytes() {
        return api.protocol().maxBodyBytes();
    }

    @Override
    public Optional<String> actionName(IncomingRequest arrival) {
        return arrival.header("X-TC-Action");
    }

    @Override
    public VerifiedRequest verify(IncomingRequest arrival) {
        var commons = new CommonParameters(name -> arrival.header("X-TC-" + name));
        verifySignature(arrival, commons);
        return new VerifiedRequest(commons, fields -> parameters(fields, arrival));
    }

    private ObjectNode parameters(List<FieldSpec> fields, IncomingRequest arrival) {
        if (arrival.isGet()) {
            return flatParameters.read(fields, FormParameters.of(arrival));
        }
        return MultipartParser.boundary(arrival)
                .map(boundary -> flatParameters.read(fields, MultipartParser.parse(arrival.bodyText(), boundary)))
                .orElseGet(() -> JsonParameterReader.read(arrival.body()));
    }

    private void verifySignature(IncomingRequest arrival, CommonParameters commons) {
        var authorization = arrival.header("Authorization")
                .flatMap(Tc3Authorization::parse)
                .orElseThrow(() -> invalidAuthorization("The header `Authorization` is missing or is not of the form `"
                        + Tc3Signature.ALGORITHM + " Credential=..., SignedHeaders=..., Signature=...`."));
        if (!authorization.signedHeaders().containsAll(List.of("content-type", "host"))) {
            throw invalidAuthorization("The headers `content-type` and `host` must be signed.");
        }
        if (!authorization.secretId().equals(key.id())) {
            throw AuthErrors.unknownSecretId();
        }
        var timestamp = timestamps.validate(commons.required("Timestamp"), arrival);
        if (!isService(authorization.service(), arrival.host()) || !isDate(authorization.date(), timestamp)) {
            throw AuthErrors.signatureFailure(
                    "The credential scope does not fit: its date is the UTC date of `X-TC-Timestamp`, its"
                            + " service is `" + api.service() + "`.");
        }
        var expected = Tc3Signature.sign(
                key.secret(),
                timestamp,
                authorization.date(),
                authorization.service(),
                canonicalRequest(arrival, authorization.signedHeaders()));
        if (!Digests.constantTimeEquals(expected, authorization.signature())) {
            throw AuthErrors.signatureMismatch();
        }
        AuthErrors.checkToken(key, commons);
    }

    /** The vendor's SDKs take the service from the first label of the host that they call. */
    private boolean isService(String claimed, String host) {
        var label = host.split("\\.", 2)[0];
        return claimed.equals(api.service()) || claimed.equals(label) || claimed.equals(label.split(":", 2)[0]);
    }

    private static boolean isDate(String claimed, long timestamp) {
        return claimed.equals(LocalDate.ofInstant(Instant.ofEpochSecond(timestamp), ZoneOffset.UTC)
                .toString());
    }

    static String canonicalRequest(IncomingRequest arrival, List<String> signedHeaders) {
        var names = signedHeaders.stream().sorted().toList();
        var headers = new StringBuilder();
        for (var name : names) {
            var value = arrival.header(name).orElse("").toLowerCase(Locale.ROOT);
            headers.append(name).append(':').append(value).append('\n');
        }
        return String.join(
                "\n",
                arrival.method(),
                arrival.path(),
                arrival.isGet() ? arrival.query() : "",
                headers,
                String.join(";", names),
                payload(arrival));
    }

    /** A sender may leave the body unsigned, if it says so. */
    private static String payload(IncomingRequest arrival) {
        return arrival.header("X-TC-Content-SHA256").filter(UNSIGNED::equals).isPresent()
                ? Digests.sha256(UNSIGNED)
                : Digests.sha256(arrival.body());
    }

    private static ApiError invalidAuthorization(String message) {
        return new ApiError("AuthFailure.InvalidAuthorization", message);
    }
}
