package io.redial.emulator.behaviour.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parameter that instances have. None needs a restart to be changed.
 *
 * @param name its name
 * @param kind what its values are like
 * @param usual its default
 * @param choices the values, or the parts of values, that it takes; empty if it is a number
 * @param min its least value
 * @param max its greatest value
 * @param unit the unit of its value, or an empty text
 * @param tips what it is good for
 */
record Parameter(
        String name, Kind kind, String usual, List<String> choices, long min, long max, String unit, String tips) {
    /** How the cloud writes that nothing is chosen. */
    static final String NOTHING = "\"\"";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final String COMMA = ",";

    enum Kind {
        ENUM("enum"),
        INTEGER("integer"),
        TEXT("text"),
        MULTI("multi");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    static Parameter choice(String name, String usual, String tips, String... choices) {
        return new Parameter(name, Kind.ENUM, usual, List.of(choices), 0, 0, "", tips);
    }

    static Parameter number(String name, long usual, long min, long max, String unit, String tips) {
        return new Parameter(name, Kind.INTEGER, Long.toString(usual), List.of(), min, max, unit, tips);
    }

    static Parameter letters(String name, String tips, String... choices) {
        return new Parameter(name, Kind.TEXT, NOTHING, List.of(choices), 0, 0, "", tips);
    }

    static Parameter several(String name, String tips, String... choices) {
        return new Parameter(name, Kind.MULTI, NOTHING, List.of(choices), 0, 0, "", tips);
    }

    boolean allows(String value) {
        return switch (kind) {
            case ENUM -> choices.contains(value);
            case INTEGER -> NUMBER.matcher(value).matches() && inRange(Long.parseLong(value));
            case TEXT -> isNothing(value) || value.chars().allMatch(one -> choices.contains(Character.toString(one)));
            case MULTI -> isNothing(value) || choices.containsAll(Arrays.asList(value.split(COMMA, -1)));
        };
    }

    /** The same value as the cloud writes it. */
    String written(String value) {
        return value.isEmpty() ? NOTHING : value;
    }

    /** What it takes, to go on from "must be". */
    String text() {
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

    private static boolean isNothing(String value) {
        return value.isEmpty() || value.equals(NOTHING);
    }
}
