package io.redial.emulator.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Parameters as {@code a=1&b=2}, in a query or in a body. */
public final class FormParameters {
    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    private FormParameters() {}

    /**
     * Takes the pairs apart and decodes them.
     *
     * @return the values by their names, which the caller owns
     * @throws ApiError {@code InvalidParameter} if a name stands there twice or the encoding is wrong
     */
    public static NavigableMap<String, String> decode(String text) {
        var values = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty() && values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw new ApiError("InvalidParameter", "A parameter stands in the request twice.");
            }
        }
        return values;
    }

    /** What the query of a GET request says, or the form of a POST request. */
    public static NavigableMap<String, String> of(IncomingRequest arrival) {
        return decode(arrival.isGet() ? arrival.query() : arrival.bodyText());
    }

    /** Whether the body is a form. */
    public static boolean isFormBody(IncomingRequest arrival) {
        return arrival.header("Content-Type")
                .filter(type -> type.startsWith(CONTENT_TYPE))
                .isPresent();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError("InvalidParameter", "The parameters are not encoded as in a URL.");
        }
    }
}
