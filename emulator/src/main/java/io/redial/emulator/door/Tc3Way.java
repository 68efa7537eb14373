package io.redial.emulator.door;

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
final class Tc3Way implements Way {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final Api api;
    private final AccessKey key;
    private final Punctuality time;
    private final FlatParameters flat;

    Tc3Way(Api api, AccessKey key, Punctuality time) {
        this.api = api;
        this.key = key;
        this.time = time;
        this.flat = new FlatParameters(api);
    }

    /** Whatever came no other way is held against this one. */
    @Override
    public boolean isOf(Arrival arrival) {
        return true;
    }

    @Override
    public int maxBody() {
        return api.protocol().maxBodyBytes();
    }

    @Override
    public Optional<String> action(Arrival arrival) {
        return arrival.header("X-TC-Action");
    }

    @Override
    public Letter open(Arrival arrival) {
        var commons = new Commons(name -> arrival.header("X-TC-" + name));
        check(arrival, commons);
        return new Letter(commons, fields -> parameters(fields, arrival));
    }

    private ObjectNode parameters(List<FieldSpec> fields, Arrival arrival) {
        if (arrival.isGet()) {
            return flat.read(fields, Form.of(arrival));
        }
        return Multipart.boundary(arrival)
                .map(boundary -> flat.read(fields, Multipart.decode(arrival.text(), boundary)))
                .orElseGet(() -> RequestBody.read(arrival.body()));
    }

    private void check(Arrival arrival, Commons commons) {
        var authorization = arrival.header("Authorization")
                .flatMap(Authorization::parse)
                .orElseThrow(() -> invalid("The header `Authorization` is missing or is not of the form `"
                        + Tc3.ALGORITHM + " Credential=..., SignedHeaders=..., Signature=...`."));
        if (!authorization.signedHeaders().containsAll(List.of("content-type", "host"))) {
            throw invalid("The headers `content-type` and `host` must be signed.");
        }
        if (!authorization.secretId().equals(key.id())) {
            throw AuthFailure.unknownSecretId();
        }
        var timestamp = time.check(commons.required("Timestamp"), arrival);
        if (!isService(authorization.service(), arrival.host()) || !isDate(authorization.date(), timestamp)) {
            throw AuthFailure.signature(
                    "The credential scope does not fit: its date is the UTC date of `X-TC-Timestamp`, its"
                            + " service is `" + api.service() + "`.");
        }
        var expected = Tc3.signature(
                key.secret(),
                timestamp,
                authorization.date(),
                authorization.service(),
                canonicalRequest(arrival, authorization.signedHeaders()));
        if (!Digests.same(expected, authorization.signature())) {
            throw AuthFailure.badSignature();
        }
        AuthFailure.token(key, commons);
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

    static String canonicalRequest(Arrival arrival, List<String> signedHeaders) {
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
    private static String payload(Arrival arrival) {
        return arrival.header("X-TC-Content-SHA256").filter(UNSIGNED::equals).isPresent()
                ? Digests.sha256(UNSIGNED)
                : Digests.sha256(arrival.body());
    }

    private static Refusal invalid(String message) {
        return new Refusal("AuthFailure.InvalidAuthorization", message);
    }
}
