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
 * @param parameters its parameters
 * @param errors the numbers of its errors by their names
 * @param exampleResponse its documented answer
 */
record CrsAction(String name, List<Parameter> parameters, Map<String, Integer> errors, ObjectNode exampleResponse) {

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
     * @param isNumber whether it is a number, and a text otherwise
     * @param isList whether it holds several
     * @param isRequired whether it must be given
     */
    record Parameter(String name, boolean isNumber, boolean isList, boolean isRequired) {

        /** Reads {@code Integer}, {@code String!} or {@code String[]!}. */
        static Parameter read(String name, String type) {
            return new Parameter(name, type.startsWith("Integer"), type.contains("[]"), type.endsWith("!"));
        }
    }
}
