package io.redial.emulator.handler.monitoring;

import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Days as the API counts them, in UTC+8. */
final class Days {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final int LENGTH = "2019-02-19".length();

    private Days() {}

    /** The day in a parameter, counted from 1970; with dashes. */
    static long parseIsoDate(ActionRequest call, String parameter) {
        var text = call.requiredText(parameter);
        try {
            if (text.length() == LENGTH) {
                return LocalDate.parse(text).toEpochDay();
            }
        } catch (DateTimeException e) {
            throw invalidError(call, parameter);
        }
        throw invalidError(call, parameter);
    }

    /** The day in a parameter, with dashes or without; the document has both. */
    static long parseDate(ActionRequest call, String parameter) {
        var text = call.requiredText(parameter);
        if (!text.matches("\\d{8}")) {
            return parseIsoDate(call, parameter);
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
        } catch (DateTimeException e) {
            throw invalidError(call, parameter);
        }
    }

    private static ApiError invalidError(ActionRequest call, String parameter) {
        return call.error(
                "The value of parameter `" + parameter + "` must be a day, as in 2019-02-19.",
                "InvalidParameter.InvalidParameter",
                "InvalidParameterValue");
    }

    /** The day of a moment. */
    static long of(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZONE).toLocalDate().toEpochDay();
    }

    /** The first moment of a day, in milliseconds since 1970. */
    static long startMillis(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay().toInstant(ZONE).toEpochMilli();
    }

    static String format(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
