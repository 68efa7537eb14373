package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.credentials.Credentials;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * TC3-HMAC-SHA256, the signature of Tencent Cloud API 3.0.
 *
 * <p>Signed are the method, the query, the content type, the host and the body. Thread-safe; the key that is derived from a secret, a date and
 * a service is kept until one of the three changes.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapter "Signature v3".
 */
public final class Tc3Signer {
    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String SIGNED_HEADERS = "content-type;host";

    private final String service;
    private volatile SigningKey cachedKey = new SigningKey("", "", new byte[0]);

    /**
     * A signer for one service.
     *
     * @param service the service, for example {@code redis}
     */
    public Tc3Signer(String service) {
        this.service = service;
    }

    /**
     * What is signed of a request.
     *
     * @param method {@code GET} or {@code POST}
     * @param query the query as it is sent, encoded; empty for POST
     * @param contentType the content type, to be sent to the letter
     * @param payload the body, or what is signed in its place; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(String method, String query, String contentType, byte[] payload) {
        /** Shows neither query nor payload: they carry secrets. */
        @Override
        public String toString() {
            return method + " " + contentType + " (" + payload.length + " bytes)";
        }
    }

    /**
     * The value of the {@code Authorization} header.
     *
     * @param host the value of the {@code Host} header, to the letter
     * @param content what is signed
     * @param time the time that the request carries; its date in UTC is part of the key
     */
    public String authorization(Credentials credentials, String host, Content content, Instant time) {
        var date = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(time);
        var scope = date + "/" + service + "/tc3_request";
        var stringToSign = ALGORITHM + "\n" + time.getEpochSecond() + "\n" + scope + "\n"
                + Hex.sha256(canonicalRequest(host, content));
        var signature = SignatureMethod.HMAC_SHA256.sign(signingKey(credentials.secretKey(), date), stringToSign);
        return ALGORITHM + " Credential=" + credentials.secretId() + "/" + scope + ", SignedHeaders=" + SIGNED_HEADERS
                + ", Signature=" + Hex.of(signature);
    }

    static String canonicalRequest(String host, Content content) {
        return content.method + "\n/\n" + content.query + "\ncontent-type:" + canonical(content.contentType) + "\nhost:"
                + canonical(host) + "\n\n" + SIGNED_HEADERS + "\n" + Hex.sha256(content.payload);
    }

    /** The document has the values of headers in small letters, as it has their names. */
    private static String canonical(String header) {
        return header.toLowerCase(Locale.ROOT);
    }

    private byte[] signingKey(String secretKey, String date) {
        var key = cachedKey;
        if (!key.date.equals(date) || !key.secretKey.equals(secretKey)) {
            key = new SigningKey(date, secretKey, derive(derive(derive(tc3(secretKey), date), service), "tc3_request"));
            cachedKey = key;
        }
        return key.bytes;
    }

    private static byte[] tc3(String secretKey) {
        return ("TC3" + secretKey).getBytes(UTF_8);
    }

    private static byte[] derive(byte[] key, String text) {
        return SignatureMethod.HMAC_SHA256.sign(key, text);
    }

    /** A derived key, with what it was derived from. Never printed. */
    private static final class SigningKey {
        private final String date;
        private final String secretKey;
        private final byte[] bytes;

        private SigningKey(String date, String secretKey, byte[] bytes) {
            this.date = date;
            this.secretKey = secretKey;
            this.bytes = bytes;
        }
    }
}
