package io.redial.emulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.util.List;
import java.util.NavigableMap;

/** Reads the parameters of queries and forms, where {@code Tags.0.Key=a} stands for a member of a list's element. */
public final class FlatParameterReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Api api;

    /** A reader of the structures of an API. */
    public FlatParameterReader(Api api) {
        this.api = api;
    }

    /**
     * Puts values into the structure that the document describes. What is not of its declared type stays a text, for the
     * check of parameters to find.
     *
     * @param values the values by their names; those that were read are taken out
     * @throws ApiError {@code UnknownParameter} if there are others
     */
    public ObjectNode read(List<FieldSpec> fields, NavigableMap<String, String> values) {
        var parameters = members(fields, "", values);
        if (!values.isEmpty()) {
            throw new ApiError("UnknownParameter", "The parameter `" + values.firstKey() + "` is not recognized.");
        }
        return parameters;
    }

    private ObjectNode members(List<FieldSpec> fields, String prefix, NavigableMap<String, String> values) {
        var object = NODES.objectNode();
        for (var field : fields) {
            var path = prefix + field.name();
            if (!field.list()) {
                if (isPresent(path, values)) {
                    object.set(field.name(), value(field, path, values));
                }
            } else if (isPresent(path + ".0", values)) {
                var items = object.putArray(field.name());
                for (var i = 0; isPresent(path + "." + i, values); i++) {
                    items.add(value(field, path + "." + i, values));
                }
            }
        }
        return object;
    }

    private static boolean isPresent(String path, NavigableMap<String, String> values) {
        var inside = values.ceilingKey(path + ".");
        return values.containsKey(path) || (inside != null && inside.startsWith(path + "."));
    }

    private JsonNode value(FieldSpec field, String path, NavigableMap<String, String> values) {
        var text = values.remove(path);
        if (text != null) {
            return field.type() instanceof TypeRef.Struct ? NODES.textNode(text) : plain(scalar(field), text);
        }
        return field.type() instanceof TypeRef.Struct struct
                ? members(api.type(struct.name()).orElseThrow().fields(), path + ".", values)
                : NODES.objectNode();
    }

    private static Scalar scalar(FieldSpec field) {
        return field.type() instanceof TypeRef.Values list ? list.scalar() : (Scalar) field.type();
    }

    private static JsonNode plain(Scalar scalar, String text) {
        if (scalar == Scalar.INTEGER && text.matches("-?\\d{1,18}")) {
            return NODES.numberNode(Long.parseLong(text));
        }
        if (scalar == Scalar.FLOAT && text.matches("-?\\d{1,18}(\\.\\d{1,18})?")) {
            return NODES.numberNode(Double.parseDouble(text));
        }
        if (scalar == Scalar.BOOLEAN && text.matches("true|false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        return NODES.textNode(text);
    }
}
