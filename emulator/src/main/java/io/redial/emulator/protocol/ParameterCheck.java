package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.StructSpec;
import io.redial.catalog.TypeRef;
import java.util.List;

/** Holds the parameters of a call against what the catalog says about them. */
final class ParameterCheck {
    private final Api api;
    private final ValueCheck values;

    ParameterCheck(Api api) {
        this.api = api;
        this.values = new ValueCheck(api);
    }

    void check(List<FieldSpec> fields, ObjectNode parameters) {
        members(fields, parameters, "");
    }

    private void members(List<FieldSpec> fields, ObjectNode object, String prefix) {
        for (var name : (Iterable<String>) object::fieldNames) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw new ApiError("UnknownParameter", "The parameter `" + prefix + name + "` is not recognized.");
            }
        }
        for (var field : fields) {
            var value = object.path(field.name());
            if (!value.isMissingNode() && !value.isNull()) {
                field(field, value, prefix + field.name());
            } else if (field.required()) {
                throw new ApiError(
                        "MissingParameter",
                        "The request is missing the required parameter `" + prefix + field.name() + "`.");
            }
        }
    }

    private void field(FieldSpec field, JsonNode value, String path) {
        if (!field.list()) {
            one(field, value, path);
            return;
        }
        if (!(value instanceof ArrayNode items)) {
            throw ValueCheck.typeError(path);
        }
        var max = field.maxItems();
        if (max != null && items.size() > max) {
            throw new ApiError(
                    "InvalidParameterValue", "The parameter `" + path + "` takes at most " + max + " elements.");
        }
        for (var i = 0; i < items.size(); i++) {
            one(field, items.path(i), path + "." + i);
        }
    }

    private void one(FieldSpec field, JsonNode value, String path) {
        if (!(field.type() instanceof TypeRef.Struct struct)) {
            values.check(field, value, path);
        } else if (value instanceof ObjectNode object) {
            members(fieldsOf(struct), object, path + ".");
        } else {
            throw ValueCheck.typeError(path);
        }
    }

    private List<FieldSpec> fieldsOf(TypeRef.Struct struct) {
        return api.type(struct.name()).map(StructSpec::fields).orElseThrow();
    }
}
