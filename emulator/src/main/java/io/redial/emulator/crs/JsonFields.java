package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Builds parameters and answers. */
final class JsonFields {
    private JsonFields() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@code {"data":{"name":value}}}. */
    static ObjectNode data(String name, JsonNode value) {
        var answer = object();
        answer.putObject("data").set(name, value);
        return answer;
    }

    /** {@code {"totalCount":n,"data":{"name":[rows]}}}. */
    static ObjectNode rows(JsonNode total, String name, JsonNode rows, Function<JsonNode, ObjectNode> row) {
        var answer = object();
        answer.set("totalCount", total);
        answer.putObject("data").set(name, mapEach(rows, row));
        return answer;
    }

    static JsonNode mapEach(JsonNode rows, Function<JsonNode, ObjectNode> row) {
        var array = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(rows.spliterator(), false).map(row).forEach(array::add);
        return array;
    }

    /** Copies a parameter, if it was given, under another name. */
    static void copy(CrsRequest call, String name, ObjectNode to, String newName) {
        if (call.parameters().has(name)) {
            to.set(newName, call.parameters().get(name));
        }
    }
}
