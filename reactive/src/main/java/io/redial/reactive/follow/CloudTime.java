package io.redial.reactive.follow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the API writes them: {@code 2018-11-01 17:25:14}, always in UTC+8. */
final class CloudTime {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private CloudTime() {}

    static String text(Instant time) {
        return FORMAT.format(time.atOffset(ZONE));
    }

    /** Empty for {@code 0000-00-00 00:00:00}, which means that there is no such time, and for what is no time at all. */
    static Optional<Instant> instant(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(time -> LocalDateTime.parse(time, FORMAT).toInstant(ZONE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
