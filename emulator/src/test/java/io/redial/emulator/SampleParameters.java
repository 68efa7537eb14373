package io.redial.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.catalog.ValueListSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Values as the tables of the document want them, and others. They name nothing that is in a cloud. */
final class SampleParameters {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleParameters() {}

    /** All required parameters and no others. */
    static ObjectNode required(List<FieldSpec> fields) {
        var object = NODES.objectNode();
        fields.stream().filter(FieldSpec::required).forEach(field -> object.set(field.name(), right(field)));
        return object;
    }

    static JsonNode right(FieldSpec field) {
        return list(field, one(field));
    }

    private static JsonNode one(FieldSpec field) {
        if (field.type() instanceof TypeRef.Struct struct) {
            return required(members(struct));
        }
        var listed = listed(field);
        if (!listed.isEmpty()) {
            return CloudCaller.MAPPER.valueToTree(listed.get(0));
        }
        return switch (scalar(field)) {
            case STRING -> NODES.textNode("text");
            case INTEGER, FLOAT -> NODES.numberNode(Objects.requireNonNullElse(field.min(), 1L));
            case BOOLEAN -> NODES.booleanNode(true);
        };
    }

    /** A value of another JSON type. */
    static JsonNode mistyped(FieldSpec field) {
        var other = !(field.type() instanceof TypeRef.Struct) && scalar(field) == Scalar.STRING
                ? NODES.numberNode(7)
                : NODES.textNode("text");
        return list(field, other);
    }

    /** A value of the right type that is not in the documented list; empty if there is no list. */
    static Optional<JsonNode> outsideTheList(FieldSpec field) {
        if (field.type() instanceof TypeRef.Struct || listed(field).isEmpty()) {
            return Optional.empty();
        }
        JsonNode other = scalar(field) == Scalar.STRING ? NODES.textNode("none of them") : NODES.numberNode(-77);
        return Optional.of(list(field, other));
    }

    static List<FieldSpec> members(TypeRef.Struct struct) {
        return CloudCaller.API.type(struct.name()).orElseThrow().fields();
    }

    private static List<?> listed(FieldSpec field) {
        if (!field.allowed().isEmpty() || !(field.type() instanceof TypeRef.Values list)) {
            return field.allowed();
        }
        return CloudCaller.API.valueList(list.name()).orElseThrow().values().stream()
                .map(ValueListSpec.Value::wire)
                .toList();
    }

    private static Scalar scalar(FieldSpec field) {
        return field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
    }

    private static JsonNode list(FieldSpec field, JsonNode item) {
        return field.list() ? NODES.arrayNode().add(item) : item;
    }
}
