package io.redial.core.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SortedMap;
import java.util.StringJoiner;

/**
 * Percent-encoding after RFC 3986, as all the signatures ask for it: in UTF-8, with capital digits, a blank as {@code %20}
 * and never as a plus sign.
 */
public final class PercentEncoding {
    private static final String KEPT = "-._~";
    private static final String DIGITS = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Encodes all but letters, digits and {@code - . _ ~}. */
    public static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var octet : text.getBytes(UTF_8)) {
            if (isKept(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(DIGITS.charAt((octet >> 4) & 0xF)).append(DIGITS.charAt(octet & 0xF));
            }
        }
        return encoded.toString();
    }

    /** {@code name=value&name=value}, both encoded: a query, or the body of a form. */
    public static String encode(SortedMap<String, String> parameters) {
        var joined = new StringJoiner("&");
        parameters.forEach((name, value) -> joined.add(encode(name) + "=" + encode(value)));
        return joined.toString();
    }

    private static boolean isKept(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || KEPT.indexOf(octet) >= 0;
    }
}
