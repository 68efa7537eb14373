package io.redial.emulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 0.2..2}, or {@code 3} for {@code 3..3}, in a unit. */
abstract class DurationRangeConverter implements ITypeConverter<DurationRange> {
    private static final Pattern PATTERN =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:\\.\\.(\\d{1,9}(?:\\.\\d{1,6})?))?");

    private final Duration unit;

    private DurationRangeConverter(Duration unit) {
        this.unit = unit;
    }

    @Override
    public DurationRange convert(String text) {
        var matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a range like 0.2..2");
        }
        var from = matcher.group(1);
        var to = matcher.group(2) == null ? from : matcher.group(2);
        try {
            return new DurationRange(duration(from), duration(to));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }

    private Duration duration(String number) {
        return Duration.ofNanos(new BigDecimal(number)
                .multiply(BigDecimal.valueOf(unit.toNanos()))
                .longValue());
    }

    static final class Seconds extends DurationRangeConverter {
        Seconds() {
            super(Duration.ofSeconds(1));
        }
    }

    static final class Millis extends DurationRangeConverter {
        Millis() {
            super(Duration.ofMillis(1));
        }
    }
}
