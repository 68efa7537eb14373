package io.redial.emulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 0.2..2}, or {@code 3} for {@code 3..3}, in a unit. */
abstract class SpanConverter implements ITypeConverter<Span> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:\\.\\.(\\d{1,9}(?:\\.\\d{1,6})?))?");

    private final Duration unit;

    private SpanConverter(Duration unit) {
        this.unit = unit;
    }

    @Override
    public Span convert(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a range like 0.2..2");
        }
        var from = matcher.group(1);
        var to = matcher.group(2) == null ? from : matcher.group(2);
        try {
            return new Span(duration(from), duration(to));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }

    private Duration duration(String number) {
        return Duration.ofNanos(new BigDecimal(number)
                .multiply(BigDecimal.valueOf(unit.toNanos()))
                .longValue());
    }

    static final class Seconds extends SpanConverter {
        Seconds() {
            super(Duration.ofSeconds(1));
        }
    }

    static final class Millis extends SpanConverter {
        Millis() {
            super(Duration.ofMillis(1));
        }
    }
}
