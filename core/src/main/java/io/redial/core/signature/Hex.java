package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Bytes and their SHA-256 as lower-case hexadecimal digits. */
final class Hex {
    private static final HexFormat DIGITS = HexFormat.of();

    private Hex() {}

    static String of(byte[] bytes) {
        return DIGITS.formatHex(bytes);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java has to have", e);
        }
    }
}
