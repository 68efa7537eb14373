package io.redial.core.signature;

import io.redial.core.credentials.Credentials;
import java.util.Base64;
import java.util.SortedMap;
import java.util.StringJoiner;

/**
 * Tencent's signature over parameters: "v1" of API 3.0, and the one of the older API v2. What is signed is the method, the
 * host, the path and all parameters, sorted by name, with their raw values; what is sent is encoded.
 *
 * <p>Thread-safe.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapter "Signature"; CRS API v2 reference, chapter on signing.
 */
public final class ParameterSigner {
    private final String path;
    private final SignatureMethod method;
    private final boolean underscoresAreDots;

    private ParameterSigner(String path, SignatureMethod method, boolean underscoresAreDots) {
        this.path = path;
        this.method = method;
        this.underscoresAreDots = underscoresAreDots;
    }

    /** For API 3.0, whose path is {@code /}. */
    public static ParameterSigner api3(SignatureMethod method) {
        return new ParameterSigner("/", method, false);
    }

    /** For API v2, whose path is {@code /v2/index.php}: an underscore in a name is signed as a dot. */
    public static ParameterSigner v2(SignatureMethod method) {
        return new ParameterSigner("/v2/index.php", method, true);
    }

    /** The path that is signed, and so has to be called. */
    public String path() {
        return path;
    }

    /** With what it is signed. */
    public SignatureMethod method() {
        return method;
    }

    /**
     * The value of the parameter {@code Signature}, still to be percent-encoded.
     *
     * @param httpMethod {@code GET} or {@code POST}
     * @param host the value of the {@code Host} header, to the letter
     * @param parameters all parameters that are sent, except {@code Signature}
     */
    public String signature(
            Credentials credentials, String httpMethod, String host, SortedMap<String, String> parameters) {
        var signature = method.sign(credentials.secretKey(), stringToSign(httpMethod, host, parameters));
        return Base64.getEncoder().encodeToString(signature);
    }

    String stringToSign(String httpMethod, String host, SortedMap<String, String> parameters) {
        var joined = new StringJoiner("&", httpMethod + host + path + "?", "");
        // The order is that of the names before their underscores become dots: the document sorts first.
        parameters.forEach((name, value) -> joined.add(signedName(name) + "=" + value));
        return joined.toString();
    }

    private String signedName(String name) {
        return underscoresAreDots ? name.replace('_', '.') : name;
    }
}
