package io.redial.ratelimit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limit that a refusal names in its text: {@code … request times equals to `11` in a second, which exceeds the
 * frequency limit `10` …}.
 */
public final class RefusalText {
    private static final Pattern LIMIT = Pattern.compile("exceeds the frequency limit `(\\d{1,6})`");

    private RefusalText() {}

    /** The limit, or null if the text names none. */
    public static @Nullable Integer limit(String message) {
        var found = LIMIT.matcher(message);
        return found.find() ? Integer.valueOf(found.group(1)) : null;
    }
}
