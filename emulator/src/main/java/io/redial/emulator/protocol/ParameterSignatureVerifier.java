package io.redial.emulator.protocol;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** HmacSHA1 and HmacSHA256 over parameters, which API 3.0 calls "signature v1"; API v2 signs in the same way. */
public final class ParameterSignatureVerifier {
    private static final String SHA256 = "HmacSHA256";

    private final AccessKey key;
    private final TimestampValidator timestamps;

    /** Checks the signatures of that key. */
    public ParameterSignatureVerifier(AccessKey key, TimestampValidator time) {
        this.key = key;
        this.timestamps = time;
    }

    /**
     * Finds out whether a request was signed, by whom, when and with the right key; it may still be a replay.
     *
     * @param values all parameters, in the order in which they are signed
     * @throws ApiError {@code AuthFailure} with one of its endings if it was not, or what is missing
     */
    public void verify(IncomingRequest arrival, Map<String, String> values) {
        var commons = CommonParameters.of(values);
        if (!commons.required("SecretId").equals(key.id())) {
            throw AuthErrors.unknownSecretId();
        }
        timestamps.validate(commons.required("Timestamp"), arrival);
        if (!commons.required("Nonce").matches("0*[1-9]\\d{0,19}")) {
            throw new ApiError("InvalidParameterValue", "The common parameter `Nonce` is not a positive number.");
        }
        var expected = sign(stringToSign(arrival, values), key.secret(), values.getOrDefault("SignatureMethod", ""));
        if (!Digests.constantTimeEquals(expected, commons.required("Signature"))) {
            throw AuthErrors.signatureMismatch();
        }
        AuthErrors.checkToken(key, commons);
    }

    /** What is signed: the values raw, in the order of the map, without the signature itself. */
    static String stringToSign(IncomingRequest arrival, Map<String, String> values) {
        var pairs = values.entrySet().stream()
                .filter(pair -> !pair.getKey().equals("Signature"))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
        return arrival.method() + arrival.host() + arrival.path() + "?" + pairs;
    }

    /** The signature of a text. Any method but HmacSHA256 stands for HmacSHA1, as the documents have it. */
    static String sign(String text, String secret, String method) {
        var digest = method.equals(SHA256) ? Digests.hmacSha256(secret, text) : Digests.hmacSha1(secret, text);
        return Base64.getEncoder().encodeToString(digest);
    }
}
