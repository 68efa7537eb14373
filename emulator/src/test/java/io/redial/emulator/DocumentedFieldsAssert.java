package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds an answer against the tables of the document. */
final class DocumentedFieldsAssert {
    private DocumentedFieldsAssert() {}

    /** Every documented field is there, nothing else is, and all have their types. */
    static void assertComplete(List<FieldSpec> fields, JsonNode object, String path) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        names.remove("RequestId");
        assertThat(names)
                .as(path)
                .containsExactlyInAnyOrderElementsOf(
                        fields.stream().map(FieldSpec::name).toList());
        assertTyped(fields, object, path, true);
    }

    /** Those documented fields that are there have their types. */
    static void assertTyped(List<FieldSpec> fields, JsonNode object, String path, boolean complete) {
        for (var field : fields) {
            var value = object.path(field.name());
            var at = path + "." + field.name();
            if (complete && value.isNull()) {
                assertThat(field.nullable()).as(at + " may be null").isTrue();
            }
            if (field.list()) {
                assertThat(value.isArray() || value.isMissingNode() || value.isNull())
                        .as(at)
                        .isTrue();
                value.forEach(item -> assertField(field, item, at, complete));
            } else if (!value.isMissingNode() && !value.isNull()) {
                assertField(field, value, at, complete);
            }
        }
    }

    private static void assertField(FieldSpec field, JsonNode value, String path, boolean complete) {
        if (field.type() instanceof TypeRef.Struct struct) {
            var fields = Api3TestClient.API.type(struct.name()).orElseThrow().fields();
            if (complete) {
                assertComplete(fields, value, path);
            } else {
                assertTyped(fields, value, path, false);
            }
            return;
        }
        var scalar = field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
        assertThat(fits(scalar, value))
                .as(path + " is " + value + ", not " + scalar)
                .isTrue();
        if (complete && field.type() instanceof TypeRef.Values list) {
            assertThat(wireValues(list))
                    .as(path)
                    .contains(scalar == Scalar.STRING ? value.asText() : value.longValue());
        }
    }

    private static boolean fits(Scalar scalar, JsonNode value) {
        return switch (scalar) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isIntegralNumber();
            case FLOAT -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
        };
    }

    private static Set<Object> wireValues(TypeRef.Values list) {
        var wires = new HashSet<>();
        Api3TestClient.API.valueList(list.name()).orElseThrow().values().forEach(value -> wires.add(value.wire()));
        return wires;
    }
}
