package io.redial.emulator.snapshot;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads a duration in the way in which it prints itself. */
final class IsoDurationDeserializer extends FromStringDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    IsoDurationDeserializer() {
        super(Duration.class);
    }

    @Override
    protected Duration _deserialize(String value, DeserializationContext context) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }
}
