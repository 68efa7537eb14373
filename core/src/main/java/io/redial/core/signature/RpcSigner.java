package io.redial.core.signature;

import io.redial.core.credentials.Credentials;
import java.util.Base64;
import java.util.SortedMap;

/**
 * Alibaba Cloud's RPC signature 1.0: HMAC-SHA1 over the parameters, which are sorted by name and encoded twice.
 *
 * <p>Thread-safe.
 */
public final class RpcSigner {
    private RpcSigner() {}

    /**
     * The value of the parameter {@code Signature}, still to be percent-encoded.
     *
     * @param httpMethod {@code GET} or {@code POST}
     * @param parameters all parameters that are sent, except {@code Signature}
     */
    public static String signature(Credentials credentials, String httpMethod, SortedMap<String, String> parameters) {
        // The ampersand stands for a second key, which no API uses.
        var key = credentials.secretKey() + "&";
        var signature = SignatureMethod.HMAC_SHA1.sign(key, stringToSign(httpMethod, parameters));
        return Base64.getEncoder().encodeToString(signature);
    }

    static String stringToSign(String httpMethod, SortedMap<String, String> parameters) {
        return httpMethod + "&%2F&" + PercentEncoding.encode(PercentEncoding.encode(parameters));
    }
}
