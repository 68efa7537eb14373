package io.redial.emulator.api3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.util.List;

/**
 * Reads the first documented answer of an action. Some examples print numbers and booleans as texts; the server sends
 * what the tables declare, and so does the emulator.
 */
final class ExampleReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Api api;

    ExampleReader(Api api) {
        this.api = api;
    }

    ObjectNode read(ActionSpec action) {
        if (action.examples().isEmpty()) {
            return NODES.objectNode();
        }
        try {
            var answer = MAPPER.readTree(action.examples().get(0).response()).path("Response");
            var example = (ObjectNode) typed(action.output(), answer);
            example.remove("RequestId");
            return example;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the example of " + action.name() + " is not JSON", e);
        }
    }

    private JsonNode typed(List<FieldSpec> fields, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : fields) {
                var value = object.get(field.name());
                if (value != null) {
                    object.set(field.name(), typed(field, value));
                }
            }
        }
        return node;
    }

    private JsonNode typed(FieldSpec field, JsonNode value) {
        if (value instanceof ArrayNode items) {
            for (var i = 0; i < items.size(); i++) {
                items.set(i, typed(field, items.path(i)));
            }
            return items;
        }
        if (field.type() instanceof TypeRef.Struct struct) {
            return typed(api.type(struct.name()).orElseThrow().fields(), value);
        }
        var scalar = field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
        return value.isTextual() ? typed(scalar, value) : value;
    }

    private static JsonNode typed(Scalar scalar, JsonNode text) {
        return switch (scalar) {
            case STRING -> text;
            case INTEGER -> NODES.numberNode(Long.parseLong(text.textValue()));
            case FLOAT -> NODES.numberNode(Double.parseDouble(text.textValue()));
            case BOOLEAN -> NODES.booleanNode(Boolean.parseBoolean(text.textValue()));
        };
    }
}
