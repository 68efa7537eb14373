package io.redial.emulator.aliyun;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The encoding of RFC 3986, where a blank is {@code %20} and a tilde stays. */
final class Rfc3986Encoder {
    private Rfc3986Encoder() {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The parameters as a query, in the order of their names. */
    static String encodeQuery(SortedMap<String, String> values) {
        return values.entrySet().stream()
                .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }
}
