package io.redial.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.TreeMap;

/** Reads the parameters of an encoded call, with code of its own. */
final class Sent {
    private Sent() {}

    static String encoded(HttpCall call) {
        return call.method().equals("GET") || call.body().length == 0
                ? call.uri().getRawQuery()
                : new String(call.body(), UTF_8);
    }

    static TreeMap<String, String> parameters(HttpCall call) {
        var parameters = new TreeMap<String, String>();
        for (var pair : encoded(call).split("&")) {
            var equals = pair.indexOf('=');
            parameters.put(
                    URLDecoder.decode(pair.substring(0, equals), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return parameters;
    }
}
