package io.redial.emulator.door;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** HmacSHA1 and HmacSHA256 over parameters, as Tencent's API 3.0 calls them "signature v1" and API v2 does too. */
public final class ParameterSignature {
    private static final String SHA256 = "HmacSHA256";

    private ParameterSignature() {}

    /** What is signed: the values raw, in the order of the map, without the signature itself. */
    public static String text(Arrival arrival, Map<String, String> values) {
        var pairs = values.entrySet().stream()
                .filter(pair -> !pair.getKey().equals("Signature"))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
        return arrival.method() + arrival.host() + arrival.path() + "?" + pairs;
    }

    /**
     * The signature of a text.
     *
     * @param method {@code HmacSHA256}; any other stands for HmacSHA1, as the documents have it
     */
    public static String of(String text, String secret, String method) {
        var digest = method.equals(SHA256) ? Digests.hmacSha256(secret, text) : Digests.hmacSha1(secret, text);
        return Base64.getEncoder().encodeToString(digest);
    }
}
