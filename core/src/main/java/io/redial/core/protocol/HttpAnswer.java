package io.redial.core.protocol;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.redial.core.error.CallSite;
import io.redial.core.error.UnreadableAnswerException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as HTTP.
 *
 * @param status the HTTP status
 * @param contentType the content type, or null
 * @param date the time of the server as it stands in the header {@code Date}, or null
 * @param body the whole body; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(
        int status, @Nullable String contentType, @Nullable String date, byte[] body) {

    /** The time of the server, if the answer tells it. */
    public Optional<Instant> serverTime() {
        try {
            return Optional.ofNullable(date).map(text -> RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The body as text, for messages. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    UnreadableAnswerException unreadable(CallSite call, String problem) {
        return new UnreadableAnswerException(call, status, contentType, text(), problem);
    }

    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
