package io.redial.core.signature;

import io.redial.core.credentials.Credentials;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Alibaba Cloud's signature version 3, ACS3-HMAC-SHA256, over an RPC call: parameters in the query, nothing in the body.
 *
 * <p>Thread-safe.
 */
public final class Acs3Signer {
    /** The SHA-256 of a body without bytes, as the header {@code x-acs-content-sha256} carries it. */
    public static final String EMPTY_BODY = Hex.sha256("");

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private Acs3Signer() {}

    /**
     * The value of the {@code Authorization} header.
     *
     * @param httpMethod the method
     * @param parameters the parameters in the query
     * @param headers the headers to sign, their names in small letters: {@code host} and all that begin with
     *     {@code x-acs-}, {@code x-acs-content-sha256} among them
     */
    public static String authorization(
            Credentials credentials,
            String httpMethod,
            SortedMap<String, String> parameters,
            SortedMap<String, String> headers) {
        var stringToSign = ALGORITHM + "\n" + Hex.sha256(canonicalRequest(httpMethod, parameters, headers));
        var signature = SignatureMethod.HMAC_SHA256.sign(credentials.secretKey(), stringToSign);
        return ALGORITHM + " Credential=" + credentials.secretId() + ",SignedHeaders=" + names(headers) + ",Signature="
                + Hex.of(signature);
    }

    static String canonicalRequest(
            String httpMethod, SortedMap<String, String> parameters, SortedMap<String, String> headers) {
        return httpMethod + "\n/\n" + PercentEncoding.encode(parameters) + "\n" + lines(headers) + "\n" + names(headers)
                + "\n" + headers.get("x-acs-content-sha256");
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String names(Map<String, String> headers) {
        return String.join(";", headers.keySet());
    }
}
