package io.redial.emulator.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes, with a key and without. */
public final class Digests {
    private Digests() {}

    /** The SHA-256 of some bytes, in lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The SHA-256 of a text in UTF-8, in lower-case hex. */
    public static String sha256(String text) {
        return sha256(utf8(text));
    }

    /** The HMAC-SHA1 of a text in UTF-8. */
    public static byte[] hmacSha1(String key, String text) {
        return hmac("HmacSHA1", utf8(key), text);
    }

    /** The HMAC-SHA256 of a text in UTF-8. */
    public static byte[] hmacSha256(String key, String text) {
        return hmacSha256(utf8(key), text);
    }

    /** The HMAC-SHA256 of a text in UTF-8. */
    public static byte[] hmacSha256(byte[] key, String text) {
        return hmac("HmacSHA256", key, text);
    }

    /** Whether two signatures are the same; takes as long whether they are or not. */
    public static boolean constantTimeEquals(String expected, String actual) {
        return MessageDigest.isEqual(utf8(expected), utf8(actual));
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
