package io.redial.emulator.cloud;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Times as the API writes them: {@code 2018-11-01 17:25:14}, always in UTC+8. */
public final class ApiTime {
    /** How the API writes that there is no such time. */
    public static final String NONE = "0000-00-00 00:00:00";

    private static final int LENGTH = NONE.length();
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private ApiTime() {}

    /** Writes a time given in milliseconds since 1970. */
    public static String format(long millis) {
        return FORMAT.format(Instant.ofEpochMilli(millis).atOffset(ZONE));
    }

    /** Reads a time into milliseconds since 1970; empty when it is not of the documented form. */
    public static Optional<Long> parseMillis(String text) {
        // the formatter alone would let years of more than four digits pass
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, FORMAT).toInstant(ZONE).toEpochMilli());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
