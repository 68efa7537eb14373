package io.redial.catalog;

import io.redial.catalog.TypeRef.Scalar;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the description of one field. */
final class FieldReader {
    private static final Set<String> KEYS = ApiReader.keys(
            "type",
            "java",
            "within",
            "required",
            "doc",
            "unit",
            "default",
            "min",
            "max",
            "maxItems",
            "allowed",
            "sensitive",
            "nullable",
            "deprecated",
            "internal");

    private final BiFunction<YamlNode, String, TypeRef> types;

    FieldReader(BiFunction<YamlNode, String, TypeRef> types) {
        this.types = types;
    }

    FieldSpec read(String name, YamlNode node) {
        var members = node.members(KEYS);
        var typeName = members.text("type");
        var list = typeName.endsWith("[]");
        var keyed = typeName.endsWith("{}");
        var type = types.apply(
                members.required("type"), list || keyed ? typeName.substring(0, typeName.length() - 2) : typeName);
        var maxItems = members.numberOrNull("maxItems");
        if (maxItems != null && !list) {
            throw node.error("'" + name + "' has maxItems but is no list");
        }
        return new FieldSpec(
                name,
                javaName(name, members),
                type,
                list,
                keyed,
                members.textOrNull("within"),
                members.flag("required"),
                members.text("doc"),
                members.textOrNull("unit"),
                defaultValue(members.optional("default"), type),
                members.numberOrNull("min"),
                members.numberOrNull("max"),
                maxItems == null ? null : maxItems.intValue(),
                allowed(members.items("allowed"), type),
                members.flag("sensitive"),
                members.flag("nullable"),
                members.flag("deprecated"),
                members.flag("internal"));
    }

    private static String javaName(String wire, YamlNode.Members members) {
        var written = members.optional("java");
        var name = written == null ? JavaNames.fromWire(wire) : written.text();
        if (!JavaNames.isFieldName(name)) {
            throw (written == null ? members.required("type") : written)
                    .error("'" + name + "' is no field name in Java; give one with 'java'");
        }
        return name;
    }

    private static @Nullable Object defaultValue(@Nullable YamlNode node, TypeRef type) {
        return node == null ? null : value(node, type);
    }

    private static List<Object> allowed(List<YamlNode> nodes, TypeRef type) {
        return nodes.stream().map(node -> value(node, type)).toList();
    }

    static Object value(YamlNode node, TypeRef type) {
        if (type instanceof TypeRef.Struct) {
            throw node.error("only plain values have defaults and lists of allowed values");
        }
        var scalar = type instanceof TypeRef.Values values ? values.scalar() : (Scalar) type;
        return switch (scalar) {
            case STRING, INTEGER -> ApiReader.wireValue(node, scalar);
            case FLOAT -> node.decimal();
            case BOOLEAN -> node.flag();
        };
    }
}
