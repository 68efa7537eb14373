package io.redial.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the pages of one action are asked for. */
final class PagingReader {
    private final Map<String, StructSpec> types;
    private final Map<String, ValueListSpec> values;
    private final List<FieldSpec> input;
    private final List<FieldSpec> output;

    PagingReader(
            Map<String, StructSpec> types,
            Map<String, ValueListSpec> values,
            List<FieldSpec> input,
            List<FieldSpec> output) {
        this.types = types;
        this.values = values;
        this.input = input;
        this.output = output;
    }

    @Nullable
    PagingSpec read(@Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        var members = node.members(
                ApiReader.keys("style", "position", "size", "maxSize", "items", "key", "order", "total", "totals"));
        var style = switch (members.text("style")) {
            case "offset" -> PagingSpec.Style.OFFSET;
            case "page" -> PagingSpec.Style.PAGE;
            default -> throw members.required("style").error("paging counts by offset or by page");
        };
        var items = outputs(members.required("items").items());
        var total = members.optional("total");
        return new PagingSpec(
                style,
                ApiReader.fieldName(members.required("position"), input),
                ApiReader.fieldName(members.required("size"), input),
                members.optional("maxSize") == null ? null : members.count("maxSize"),
                items,
                key(members.optional("key"), items),
                order(members.optional("order")),
                outputs(total == null ? members.items("totals") : List.of(total)));
    }

    private List<String> outputs(List<YamlNode> nodes) {
        return nodes.stream().map(node -> ApiReader.fieldName(node, output)).toList();
    }

    private @Nullable String key(@Nullable YamlNode node, List<String> items) {
        if (node == null) {
            return null;
        }
        var row = items.size() == 1 ? field(items.get(0), output).type() : null;
        var type = row instanceof TypeRef.Struct struct ? types.get(struct.name()) : null;
        if (type == null) {
            throw node.error("only one list of structures has a key");
        }
        return ApiReader.fieldName(node, type.fields());
    }

    private Map<String, Object> order(@Nullable YamlNode node) {
        var order = new LinkedHashMap<String, Object>();
        if (node != null) {
            node.members().forEach((name, value) -> {
                if (input.stream().noneMatch(field -> field.name().equals(name))) {
                    throw value.error("there is no field '" + name + "'");
                }
                order.put(name, value(value, field(name, input).type()));
            });
        }
        return order;
    }

    private Object value(YamlNode node, TypeRef type) {
        var value = FieldReader.value(node, type);
        var list = type instanceof TypeRef.Values known ? values.get(known.name()) : null;
        if (list != null
                && list.values().stream().noneMatch(known -> known.wire().equals(value))) {
            throw node.error("'" + value + "' is no value of " + list.name());
        }
        return value;
    }

    private static FieldSpec field(String name, List<FieldSpec> fields) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
