package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import io.redial.catalog.ValueListSpec;
import java.util.List;
import java.util.stream.Collectors;

/** Holds one plain value against its type, its documented list and its range. */
final class ValueCheck {
    private final Api api;

    ValueCheck(Api api) {
        this.api = api;
    }

    void check(FieldSpec field, JsonNode value, String path) {
        var scalar = field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
        var fits = switch (scalar) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong();
            case FLOAT -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
        };
        if (!fits) {
            throw typeError(path);
        }
        var allowed = allowed(field);
        if (!allowed.isEmpty() && !allowed.contains(plain(scalar, value))) {
            throw rangeError(
                    path, "one of " + allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        range(field, scalar, value, path);
    }

    private List<Object> allowed(FieldSpec field) {
        if (!field.allowed().isEmpty() || !(field.type() instanceof TypeRef.Values list)) {
            return field.allowed();
        }
        return api.valueList(list.name()).orElseThrow().values().stream()
                .map(ValueListSpec.Value::wire)
                .toList();
    }

    private static void range(FieldSpec field, Scalar scalar, JsonNode value, String path) {
        if (scalar != Scalar.INTEGER && scalar != Scalar.FLOAT) {
            return;
        }
        var min = field.min();
        if (min != null && value.doubleValue() < min) {
            throw rangeError(path, "at least " + min);
        }
        var max = field.max();
        if (max != null && value.doubleValue() > max) {
            throw rangeError(path, "at most " + max);
        }
    }

    private static Object plain(Scalar scalar, JsonNode value) {
        return switch (scalar) {
            case STRING -> value.textValue();
            case INTEGER -> value.longValue();
            case FLOAT -> value.doubleValue();
            case BOOLEAN -> value.booleanValue();
        };
    }

    static ApiError typeError(String path) {
        return new ApiError("InvalidParameter", "The value type of parameter `" + path + "` is not valid.");
    }

    private static ApiError rangeError(String path, String expected) {
        return new ApiError("InvalidParameterValue", "The value of parameter `" + path + "` must be " + expected + ".");
    }
}
