package io.redial.emulator.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of TC3-HMAC-SHA256. */
final class Tc3 {
    static final String ALGORITHM = "TC3-HMAC-SHA256";
    static final String TERMINATOR = "tc3_request";

    private Tc3() {}

    /** The signature, in lower-case hex, of a canonical request. */
    static String signature(String secret, long timestamp, String date, String service, String canonicalRequest) {
        var scope = date + "/" + service + "/" + TERMINATOR;
        var toSign = ALGORITHM + "\n" + timestamp + "\n" + scope + "\n" + sha256(utf8(canonicalRequest));
        var dateKey = hmac(utf8("TC3" + secret), date);
        var serviceKey = hmac(dateKey, service);
        var signingKey = hmac(serviceKey, TERMINATOR);
        return HexFormat.of().formatHex(hmac(signingKey, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
