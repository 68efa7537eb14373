package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.credentials.Credentials;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TC3-HMAC-SHA256, the signature of Tencent Cloud API 3.0, over a JSON body sent by POST.
 *
 * <p>Signed are the content type, the host and the body. Thread-safe; the key that is derived from a secret, a date and
 * a service is kept until one of the three changes.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapter "Signature v3".
 */
public final class Tc3Signer {
    /** The content type that is signed, and so has to be sent to the letter. */
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String MAC_ALGORITHM = "HmacSHA256";
    private static final String SIGNED_HEADERS = "content-type;host";
    private static final HexFormat HEX = HexFormat.of();

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
     * The value of the {@code Authorization} header.
     *
     * @param host the value of the {@code Host} header, to the letter
     * @param body the body
     * @param time the time that the request carries; its date in UTC is part of the key
     */
    public String authorization(Credentials credentials, String host, byte[] body, Instant time) {
        var date = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(time);
        var scope = date + "/" + service + "/tc3_request";
        var stringToSign = ALGORITHM + "\n" + time.getEpochSecond() + "\n" + scope + "\n"
                + HEX.formatHex(sha256(canonicalRequest(host, body).getBytes(UTF_8)));
        var signature = hmac(signingKey(credentials.secretKey(), date), stringToSign);
        return ALGORITHM + " Credential=" + credentials.secretId() + "/" + scope + ", SignedHeaders=" + SIGNED_HEADERS
                + ", Signature=" + HEX.formatHex(signature);
    }

    private static String canonicalRequest(String host, byte[] body) {
        return "POST\n/\n\ncontent-type:" + CONTENT_TYPE + "\nhost:" + host + "\n\n" + SIGNED_HEADERS + "\n"
                + HEX.formatHex(sha256(body));
    }

    private byte[] signingKey(String secretKey, String date) {
        var key = cachedKey;
        if (!key.date.equals(date) || !key.secretKey.equals(secretKey)) {
            var ofDate = hmac(("TC3" + secretKey).getBytes(UTF_8), date);
            key = new SigningKey(date, secretKey, hmac(hmac(ofDate, service), "tc3_request"));
            cachedKey = key;
        }
        return key.bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java has to have", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(MAC_ALGORITHM);
            mac.init(new SecretKeySpec(key, MAC_ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + MAC_ALGORITHM + ", which every Java has to have", e);
        }
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
