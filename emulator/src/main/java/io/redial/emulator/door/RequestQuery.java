package io.redial.emulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Api;
import io.redial.catalog.FieldSpec;
import io.redial.catalog.TypeRef;
import io.redial.catalog.TypeRef.Scalar;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads the parameters of a GET request, where {@code Tags.0.Key=a} stands for a member of a list's element. */
final class RequestQuery {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Api api;

    RequestQuery(Api api) {
        this.api = api;
    }

    /** What is not of its declared type stays a text, for the check of parameters to find. */
    ObjectNode read(List<FieldSpec> fields, String query) {
        var values = decode(query);
        var parameters = members(fields, "", values);
        if (!values.isEmpty()) {
            throw new Refusal("UnknownParameter", "The parameter `" + values.firstKey() + "` is not recognized.");
        }
        return parameters;
    }

    private static NavigableMap<String, String> decode(String query) {
        var values = new TreeMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty() && values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw new Refusal("InvalidParameter", "A parameter stands in the query twice.");
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal("InvalidParameter", "The query is not encoded as a URL should be.");
        }
    }

    private ObjectNode members(List<FieldSpec> fields, String prefix, NavigableMap<String, String> values) {
        var object = NODES.objectNode();
        for (var field : fields) {
            var path = prefix + field.name();
            if (!field.list()) {
                if (isGiven(path, values)) {
                    object.set(field.name(), value(field, path, values));
                }
            } else if (isGiven(path + ".0", values)) {
                var items = object.putArray(field.name());
                for (var i = 0; isGiven(path + "." + i, values); i++) {
                    items.add(value(field, path + "." + i, values));
                }
            }
        }
        return object;
    }

    private static boolean isGiven(String path, NavigableMap<String, String> values) {
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
