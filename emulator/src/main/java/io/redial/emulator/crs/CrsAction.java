package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An action as the document has it.
 *
 * @param name its name
 * @param input its parameters
 * @param errors the numbers of its errors by their names
 * @param example its documented answer
 */
record CrsAction(String name, List<Parameter> input, Map<String, Integer> errors, ObjectNode example) {

    static CrsAction read(String name, JsonNode json) {
        var input = json.path("input").properties().stream()
                .map(field -> Parameter.read(field.getKey(), field.getValue().asText()))
                .toList();
        var errors = new TreeMap<String, Integer>();
        json.path("errors")
                .properties()
                .forEach(error -> errors.put(error.getKey(), error.getValue().intValue()));
        return new CrsAction(name, input, Map.copyOf(errors), (ObjectNode) json.path("answer"));
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @param number whether it is a number, and a text otherwise
     * @param list whether it holds several
     * @param required whether it must be given
     */
    record Parameter(String name, boolean number, boolean list, boolean required) {

        /** Reads {@code Integer}, {@code String!} or {@code String[]!}. */
        static Parameter read(String name, String type) {
            return new Parameter(name, type.startsWith("Integer"), type.contains("[]"), type.endsWith("!"));
        }
    }
}
