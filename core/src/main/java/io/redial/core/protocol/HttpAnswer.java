package io.redial.core.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer as HTTP.
 *
 * @param status the HTTP status
 * @param contentType the content type, or null
 * @param body the whole body; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record HttpAnswer(int status, @Nullable String contentType, byte[] body) {

    /** The body as text, for messages. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
