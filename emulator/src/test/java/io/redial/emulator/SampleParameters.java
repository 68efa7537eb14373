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
    static ObjectNode requiredOnly(List<FieldSpec> fields) {
        var object = NODES.objectNode();
        fields.stream().filter(FieldSpec::required).forEach(field -> object.set(field.name(), validValue(field)));
        return object;
    }

    static JsonNode validValue(FieldSpec field) {
        return wrapIfList(field, validItem(field));
    }

    private static JsonNode validItem(FieldSpec field) {
        if (field.type() instanceof TypeRef.Struct struct) {
            return requiredOnly(members(struct));
        }
        var listed = documentedValues(field);
        if (!listed.isEmpty()) {
            return Api3TestClient.MAPPER.valueToTree(listed.get(0));
        }
        return switch (scalar(field)) {
            case STRING -> NODES.textNode("text");
            case INTEGER, FLOAT -> NODES.numberNode(Objects.requireNonNullElse(field.min(), 1L));
            case BOOLEAN -> NODES.booleanNode(true);
        };
    }

    /** A value of another JSON type. */
    static JsonNode wrongType(FieldSpec field) {
        var other = !(field.type() instanceof TypeRef.Struct) && scalar(field) == Scalar.STRING
                ? NODES.numberNode(7)
                : NODES.textNode("text");
        return wrapIfList(field, other);
    }

    /** A value of the right type that is not in the documented list; empty if there is no list. */
    static Optional<JsonNode> undocumentedValue(FieldSpec field) {
        if (field.type() instanceof TypeRef.Struct || documentedValues(field).isEmpty()) {
            return Optional.empty();
        }
        JsonNode other = scalar(field) == Scalar.STRING ? NODES.textNode("none of them") : NODES.numberNode(-77);
        return Optional.of(wrapIfList(field, other));
    }

    static List<FieldSpec> members(TypeRef.Struct struct) {
        return Api3TestClient.API.type(struct.name()).orElseThrow().fields();
    }

    private static List<?> documentedValues(FieldSpec field) {
        if (!field.allowed().isEmpty() || !(field.type() instanceof TypeRef.Values list)) {
            return field.allowed();
        }
        return Api3TestClient.API.valueList(list.name()).orElseThrow().values().stream()
                .map(ValueListSpec.Value::wire)
                .toList();
    }

    private static Scalar scalar(FieldSpec field) {
        return field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
    }

    private static JsonNode wrapIfList(FieldSpec field, JsonNode item) {
        return field.list() ? NODES.arrayNode().add(item) : item;
    }
}
