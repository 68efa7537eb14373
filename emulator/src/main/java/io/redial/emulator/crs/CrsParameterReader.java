package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.crs.CrsAction.Parameter;
import io.redial.emulator.protocol.ApiError;
import java.util.NavigableMap;
import java.util.Optional;

/** Reads the parameters of an action and holds them against the document. */
final class CrsParameterReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CrsParameterReader() {}

    /**
     * Reads those that are given.
     *
     * @param values the values by their names; those that were read are taken out
     */
    static ObjectNode read(CrsAction action, NavigableMap<String, String> values) {
        var parameters = NODES.objectNode();
        for (var parameter : action.parameters()) {
            if (parameter.isList()) {
                list(parameter, parameters, values);
            } else {
                take(parameter, parameter.name(), values).ifPresent(value -> parameters.set(parameter.name(), value));
            }
            if (parameter.isRequired() && !parameters.has(parameter.name())) {
                throw new ApiError(
                        "MissingParameter",
                        "The request is missing the required parameter `" + parameter.name() + "`.");
            }
        }
        if (!values.isEmpty()) {
            throw new ApiError("UnknownParameter", "The parameter `" + values.firstKey() + "` is not recognized.");
        }
        return parameters;
    }

    private static void list(Parameter parameter, ObjectNode parameters, NavigableMap<String, String> values) {
        for (var i = 0; values.containsKey(parameter.name() + "." + i); i++) {
            take(parameter, parameter.name() + "." + i, values).ifPresent(parameters.withArray(parameter.name())::add);
        }
    }

    private static Optional<JsonNode> take(Parameter parameter, String name, NavigableMap<String, String> values) {
        return Optional.ofNullable(values.remove(name)).map(text -> value(parameter, text));
    }

    private static JsonNode value(Parameter parameter, String text) {
        if (!parameter.isNumber()) {
            return NODES.textNode(text);
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw new ApiError(
                    "InvalidParameter", "The value of parameter `" + parameter.name() + "` is not a number.");
        }
        return NODES.numberNode(Integer.parseInt(text));
    }
}
