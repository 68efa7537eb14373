package io.redial.emulator.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Parameters as {@code a=1&b=2}, in a query or in a body. */
public final class Form {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private Form() {}

    /**
     * Takes the pairs apart and decodes them.
     *
     * @return the values by their names, which the caller owns
     * @throws Refusal {@code InvalidParameter} if a name stands there twice or the encoding is wrong
     */
    public static NavigableMap<String, String> decode(String text) {
        var values = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty() && values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw new Refusal("InvalidParameter", "A parameter stands in the request twice.");
            }
        }
        return values;
    }

    /** What the query of a GET request says, or the form of a POST request. */
    public static NavigableMap<String, String> of(Arrival arrival) {
        return decode(arrival.isGet() ? arrival.query() : arrival.text());
    }

    /** Whether the body is a form. */
    public static boolean isBodyOf(Arrival arrival) {
        return arrival.header("Content-Type")
                .filter(type -> type.startsWith(TYPE))
                .isPresent();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("InvalidParameter", "The parameters are not encoded as in a URL.");
        }
    }
}
