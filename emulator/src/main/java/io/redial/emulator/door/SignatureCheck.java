package io.redial.emulator.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Finds out whether a request was signed, by whom, when and with the right key. */
final class SignatureCheck {
    private final AccessKey key;
    private final String service;
    private final int toleranceSeconds;
    private final LongSupplier millis;

    SignatureCheck(AccessKey key, String service, int toleranceSeconds, LongSupplier millis) {
        this.key = key;
        this.service = service;
        this.toleranceSeconds = toleranceSeconds;
        this.millis = millis;
    }

    void check(Arrival arrival) {
        var authorization = arrival.header("Authorization")
                .flatMap(Authorization::parse)
                .orElseThrow(() -> invalid("The header `Authorization` is missing or is not of the form `"
                        + Tc3.ALGORITHM + " Credential=..., SignedHeaders=..., Signature=...`."));
        if (!authorization.signedHeaders().containsAll(List.of("content-type", "host"))) {
            throw invalid("The headers `content-type` and `host` must be signed.");
        }
        if (!authorization.secretId().equals(key.id())) {
            throw new Refusal(
                    "AuthFailure.SecretIdNotFound",
                    "The SecretId is not found, please ensure that your SecretId is correct.");
        }
        var timestamp = timestamp(arrival);
        if (!isService(authorization.service(), arrival.host()) || !isDate(authorization.date(), timestamp)) {
            throw failure("The credential scope does not fit: its date is the UTC date of `X-TC-Timestamp`, its service"
                    + " is `" + service + "`.");
        }
        var expected = Tc3.signature(
                key.secret(),
                timestamp,
                authorization.date(),
                authorization.service(),
                canonicalRequest(arrival, authorization.signedHeaders()));
        if (!same(expected, authorization.signature())) {
            throw failure("The provided credentials could not be validated. Please check your signature is correct.");
        }
        if (arrival.header("X-TC-Token").isPresent()) {
            throw new Refusal("AuthFailure.TokenFailure", "The token is not valid: this key needs none.");
        }
    }

    private long timestamp(Arrival arrival) {
        var text = arrival.common("X-TC-Timestamp", "Timestamp");
        if (!text.matches("\\d{1,12}")) {
            throw new Refusal("InvalidParameterValue", "The common parameter `Timestamp` is not a UNIX timestamp.");
        }
        var timestamp = Long.parseLong(text);
        if (Math.abs(Math.floorDiv(millis.getAsLong(), 1000L) - timestamp) > toleranceSeconds) {
            throw new Refusal(
                    "AuthFailure.SignatureExpire",
                    "The signature has expired: the timestamp is more than " + toleranceSeconds
                            + " seconds off the server's clock.");
        }
        return timestamp;
    }

    /** The vendor's SDKs take the service from the first label of the host that they call. */
    private boolean isService(String claimed, String host) {
        var label = host.split("\\.", 2)[0];
        return claimed.equals(service) || claimed.equals(label) || claimed.equals(label.split(":", 2)[0]);
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
                Tc3.sha256(arrival.body()));
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), actual.getBytes(StandardCharsets.US_ASCII));
    }

    private static Refusal invalid(String message) {
        return new Refusal("AuthFailure.InvalidAuthorization", message);
    }

    private static Refusal failure(String message) {
        return new Refusal("AuthFailure.SignatureFailure", message);
    }
}
