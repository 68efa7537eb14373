package io.redial.emulator.protocol;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of a multipart form, which are the parameters of a form under the same names. */
final class MultipartParser {
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("multipart/form-data *;.*boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition: *form-data *;.*\\bname=\"([^\"]+)\".*");

    private MultipartParser() {}

    /** What stands between the parts, if the body has any. */
    static Optional<String> boundary(IncomingRequest arrival) {
        return arrival.header("Content-Type")
                .filter(type -> type.startsWith("multipart/form-data"))
                .map(type -> first(CONTENT_TYPE.matcher(type)).orElseThrow(MultipartParser::malformedError));
    }

    /** The values of the parts by their names. */
    static NavigableMap<String, String> parse(String body, String boundary) {
        var delimiter = "--" + boundary;
        var values = new TreeMap<String, String>();
        var at = body.startsWith(delimiter) ? delimiter.length() : -1;
        while (at >= 0 && body.startsWith("\r\n", at)) {
            var end = body.indexOf("\r\n" + delimiter, at);
            if (end < 0) {
                throw malformedError();
            }
            parsePart(body.substring(at + 2, end), values);
            at = end + 2 + delimiter.length();
        }
        if (at < 0 || !body.startsWith("--", at)) {
            throw malformedError();
        }
        return values;
    }

    private static void parsePart(String part, NavigableMap<String, String> values) {
        var head = part.indexOf("\r\n\r\n");
        var name = part.substring(0, Math.max(0, head))
                .lines()
                .flatMap(line -> first(NAME.matcher(line)).stream())
                .findFirst()
                .orElseThrow(MultipartParser::malformedError);
        if (values.put(name, part.substring(head + 4)) != null) {
            throw malformedError();
        }
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static ApiError malformedError() {
        return new ApiError("InvalidRequest", "The multipart form is malformed.");
    }
}
