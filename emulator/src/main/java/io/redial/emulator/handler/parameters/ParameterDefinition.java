package io.redial.emulator.handler.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parameter that instances have. None needs a restart to be changed.
 *
 * @param name its name
 * @param kind what its values are like
 * @param defaultValue its default
 * @param choices the values, or the parts of values, that it takes; empty if it is a number
 * @param min its least value
 * @param max its greatest value
 * @param unit the unit of its value, or an empty text
 * @param tips what it is good for
 */
record ParameterDefinition(
        String name,
        Kind kind,
        String defaultValue,
        List<String> choices,
        long min,
        long max,
        String unit,
        String tips) {
    /** How the cloud writes that nothing is chosen. */
    static final String EMPTY = "\"\"";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final String COMMA = ",";

    enum Kind {
        ENUM("enum"),
        INTEGER("integer"),
        TEXT("text"),
        MULTI("multi");

        private final String wireName;

        Kind(String wire) {
            this.wireName = wire;
        }

        String wireName() {
            return wireName;
        }
    }

    static ParameterDefinition choice(String name, String usual, String tips, String... choices) {
        return new ParameterDefinition(name, Kind.ENUM, usual, List.of(choices), 0, 0, "", tips);
    }

    static ParameterDefinition number(String name, long usual, long min, long max, String unit, String tips) {
        return new ParameterDefinition(name, Kind.INTEGER, Long.toString(usual), List.of(), min, max, unit, tips);
    }

    static ParameterDefinition flags(String name, String tips, String... choices) {
        return new ParameterDefinition(name, Kind.TEXT, EMPTY, List.of(choices), 0, 0, "", tips);
    }

    static ParameterDefinition multiChoice(String name, String tips, String... choices) {
        return new ParameterDefinition(name, Kind.MULTI, EMPTY, List.of(choices), 0, 0, "", tips);
    }

    boolean allows(String value) {
        return switch (kind) {
            case ENUM -> choices.contains(value);
            case INTEGER -> NUMBER.matcher(value).matches() && inRange(Long.parseLong(value));
            case TEXT ->
                isEmptyValue(value) || value.chars().allMatch(one -> choices.contains(Character.toString(one)));
            case MULTI -> isEmptyValue(value) || choices.containsAll(Arrays.asList(value.split(COMMA, -1)));
        };
    }

    /** The same value as the cloud writes it. */
    String normalize(String value) {
        return value.isEmpty() ? EMPTY : value;
    }

    /** What it takes, to go on from "must be". */
    String description() {
        return switch (kind) {
            case ENUM -> "one of " + String.join(", ", choices);
            case INTEGER -> min + " to " + max;
            case TEXT -> "letters out of " + String.join("", choices);
            case MULTI -> "some of " + String.join(COMMA, choices) + ", with a comma between them";
        };
    }

    private boolean inRange(long number) {
        return min <= number && number <= max;
    }

    private static boolean isEmptyValue(String value) {
        return value.isEmpty() || value.equals(EMPTY);
    }
}
