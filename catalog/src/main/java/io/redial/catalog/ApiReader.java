package io.redial.catalog;

import io.redial.catalog.TypeRef.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one API description, in the order in which its parts refer to each other. */
final class ApiReader {
    private static final Set<String> API_KEYS = keys(
            "title",
            "service",
            "version",
            "endpoint",
            "document",
            "java",
            "protocol",
            "rate",
            "instances",
            "tasks",
            "regions",
            "errors",
            "categories");
    private static final Set<String> ACTION_KEYS = keys(
            "java",
            "summary",
            "note",
            "rate",
            "effect",
            "deprecated",
            "source",
            "input",
            "output",
            "errors",
            "busy",
            "handle",
            "paging");

    private final Function<String, Optional<String>> files;
    private final Map<String, ValueListSpec> values = new LinkedHashMap<>();
    private final Set<String> typeNames = new LinkedHashSet<>();
    private final Map<String, StructSpec> structs = new LinkedHashMap<>();
    private final Set<String> errorCodes = new LinkedHashSet<>();
    private @Nullable ValueListSpec taskTypes;
    private Api.@Nullable AssumedRate assumedRate;

    ApiReader(Function<String, Optional<String>> files) {
        this.files = files;
    }

    Api read() {
        var api = open("api.yaml").members(API_KEYS);
        var facts = new FactsReader(api);
        var protocol = facts.protocol();
        assumedRate = facts.assumedRate();
        var errors = new ErrorReader().read(api.required("errors"));
        errors.forEach(error -> errorCodes.add(error.code()));
        valueLists(open("values.yaml"));
        taskTypes = taskTypes(api.optional("tasks"));
        var types = types(open("types.yaml"));
        types.forEach(type -> structs.put(type.name(), type));
        return new Api(
                api.text("title"),
                api.text("service"),
                api.text("version"),
                api.text("endpoint"),
                api.text("document"),
                facts.java(),
                protocol,
                assumedRate,
                api.text("instances"),
                facts.regions(),
                errors,
                List.copyOf(values.values()),
                types,
                actions(api.required("categories").texts()));
    }

    private void valueLists(YamlNode node) {
        node.members().forEach((name, list) -> {
            var members = list.members(keys("type", "doc", "values"));
            var scalar = scalar(members.text("type"))
                    .filter(type -> type == Scalar.STRING || type == Scalar.INTEGER)
                    .orElseThrow(() -> members.required("type")
                            .error("a value list is of String or Integer, not of '" + members.text("type") + "'"));
            values.put(
                    name,
                    new ValueListSpec(name, members.text("doc"), scalar, values(members.required("values"), scalar)));
        });
    }

    private static List<ValueListSpec.Value> values(YamlNode node, Scalar scalar) {
        var values = new ArrayList<ValueListSpec.Value>();
        var seen = new LinkedHashSet<Object>();
        for (var item : node.items()) {
            var members = item.members(keys("value", "name", "meaning"));
            var wire = wireValue(members.required("value"), scalar);
            var name = members.text("name");
            if (!name.matches("[A-Z][A-Z0-9_]*")) {
                throw members.required("name").error("'" + name + "' is not the name of a constant");
            }
            if (!seen.add(wire) || !seen.add("name " + name)) {
                throw item.error("duplicate value '" + wire + "' or name '" + name + "'");
            }
            values.add(new ValueListSpec.Value(wire, name, members.text("meaning")));
        }
        return values;
    }

    private List<StructSpec> types(YamlNode node) {
        var definitions = node.members();
        definitions.forEach((name, definition) -> {
            if (values.containsKey(name)) {
                throw definition.error("'" + name + "' is a value list already");
            }
            typeNames.add(name);
        });
        var types = new ArrayList<StructSpec>();
        definitions.forEach((name, definition) -> {
            var members = definition.members(keys("doc", "source", "fields"));
            types.add(new StructSpec(
                    name, members.text("doc"), members.text("source"), fields(members.required("fields"), false)));
        });
        return types;
    }

    private List<ActionSpec> actions(List<String> categories) {
        var actions = new LinkedHashMap<String, ActionSpec>();
        for (var file : categories) {
            var root = open(file).members(keys("category", "actions"));
            var category = root.text("category");
            root.required("actions").members().forEach((name, node) -> {
                if (actions.put(name, action(name, category, node)) != null) {
                    throw node.error("duplicate action '" + name + "'");
                }
            });
        }
        return List.copyOf(actions.values());
    }

    private ActionSpec action(String name, String category, YamlNode node) {
        var members = node.members(ACTION_KEYS);
        var input = optionalFields(members.optional("input"), false);
        var output = optionalFields(members.optional("output"), true);
        var errors = members.optional("errors");
        var busy = members.optional("busy");
        var rate = members.optional("rate");
        return new ActionSpec(
                name,
                javaName(name, members.optional("java")),
                category,
                members.text("summary"),
                members.textOrNull("note"),
                rate(name, node, rate),
                rate != null,
                effect(members.required("effect")),
                members.textOrNull("deprecated"),
                members.text("source"),
                input,
                output,
                errors == null ? List.of() : errorList(errors),
                busy == null ? List.of() : errorList(busy),
                new HandleReader(taskTypes, input, output).read(members.optional("handle")),
                new PagingReader(structs, values, input, output).read(members.optional("paging")),
                new ExampleList(() -> examples(name)));
    }

    private static String javaName(String wire, @Nullable YamlNode node) {
        if (node != null && !JavaNames.isClassName(node.text())) {
            throw node.error("'" + node.text() + "' is no class name in Java");
        }
        return node == null ? wire : node.text();
    }

    private Rate rate(String action, YamlNode owner, @Nullable YamlNode node) {
        if (node != null) {
            return FactsReader.rate(node);
        }
        if (assumedRate == null) {
            throw owner.error("action '" + action + "' has no rate");
        }
        return assumedRate.rate();
    }

    private static Effect effect(YamlNode node) {
        return switch (node.text()) {
            case "read" -> Effect.READ;
            case "idempotent" -> Effect.IDEMPOTENT_WRITE;
            case "write" -> Effect.WRITE;
            default -> throw node.error("effect is read, idempotent or write, not '" + node.text() + "'");
        };
    }

    private List<String> errorList(YamlNode node) {
        for (var item : node.items()) {
            if (!errorCodes.contains(item.text())) {
                throw item.error("unknown error code '" + item.text() + "'");
            }
        }
        return node.texts();
    }

    private @Nullable ValueListSpec taskTypes(@Nullable YamlNode node) {
        if (node != null && !values.containsKey(node.text())) {
            throw node.error("there is no value list '" + node.text() + "'");
        }
        return node == null ? null : values.get(node.text());
    }

    static String fieldName(YamlNode node, List<FieldSpec> fields) {
        if (fields.stream().noneMatch(field -> field.name().equals(node.text()))) {
            throw node.error("there is no field '" + node.text() + "'");
        }
        return node.text();
    }

    private List<ExampleSpec> examples(String action) {
        var file = "examples/" + action + ".yaml";
        return files.apply(file).map(text -> YamlNode.parse(file, text)).stream()
                .flatMap(node -> node.items().stream())
                .map(item -> item.members(keys("title", "request", "response", "xml")))
                .map(example -> new ExampleSpec(
                        example.text("title"),
                        example.text("request"),
                        example.text("response"),
                        example.textOrNull("xml")))
                .toList();
    }

    private List<FieldSpec> optionalFields(@Nullable YamlNode node, boolean ofAnAnswer) {
        return node == null ? List.of() : fields(node, ofAnAnswer);
    }

    private List<FieldSpec> fields(YamlNode node, boolean ofAnAnswer) {
        var reader = new FieldReader(this::typeRef);
        var members = node.members();
        var javaNames = new LinkedHashSet<String>();
        if (ofAnAnswer) {
            javaNames.add("requestId");
        }
        var fields = new ArrayList<FieldSpec>();
        members.forEach((name, member) -> {
            var field = reader.read(name, member);
            if (!javaNames.add(field.javaName())) {
                throw member.error("'" + field.javaName() + "' is taken in Java; give another name with 'java'");
            }
            if (field.within() != null && (!ofAnAnswer || members.containsKey(field.within()))) {
                throw member.error("only fields of an answer lie within an object of it, and it is no field itself");
            }
            fields.add(field);
        });
        return fields;
    }

    private TypeRef typeRef(YamlNode node, String name) {
        var scalar = scalar(name);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        var list = values.get(name);
        if (list != null) {
            return new TypeRef.Values(name, list.scalar());
        }
        if (typeNames.contains(name)) {
            return new TypeRef.Struct(name);
        }
        throw node.error("unknown type '" + name + "'");
    }

    private static Optional<Scalar> scalar(String name) {
        return switch (name) {
            case "String" -> Optional.of(Scalar.STRING);
            case "Integer" -> Optional.of(Scalar.INTEGER);
            case "Float" -> Optional.of(Scalar.FLOAT);
            case "Boolean" -> Optional.of(Scalar.BOOLEAN);
            default -> Optional.empty();
        };
    }

    static Object wireValue(YamlNode node, Scalar scalar) {
        return scalar == Scalar.INTEGER ? (Object) node.number() : node.text();
    }

    private YamlNode open(String file) {
        return YamlNode.parse(
                file, files.apply(file).orElseThrow(() -> new CatalogException(file, "there is no such file")));
    }

    static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }
}
