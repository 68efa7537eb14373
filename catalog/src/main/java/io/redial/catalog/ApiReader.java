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
    private static final Set<String> API_KEYS =
            keys("title", "service", "version", "endpoint", "document", "protocol", "regions", "errors", "categories");
    private static final Set<String> PROTOCOL_KEYS =
            keys("clockToleranceSeconds", "maxGetBytes", "maxFormBytes", "maxBodyBytes");
    private static final Set<String> ACTION_KEYS = keys(
            "summary",
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

    ApiReader(Function<String, Optional<String>> files) {
        this.files = files;
    }

    Api read() {
        var api = open("api.yaml").members(API_KEYS);
        var protocol = api.required("protocol").members(PROTOCOL_KEYS);
        var errors = errors(api.required("errors"));
        valueLists(open("values.yaml"));
        var types = types(open("types.yaml"));
        types.forEach(type -> structs.put(type.name(), type));
        return new Api(
                api.text("title"),
                api.text("service"),
                api.text("version"),
                api.text("endpoint"),
                api.text("document"),
                new Api.Protocol(
                        protocol.count("clockToleranceSeconds"),
                        protocol.count("maxGetBytes"),
                        protocol.count("maxFormBytes"),
                        protocol.count("maxBodyBytes")),
                regions(api.required("regions")),
                errors,
                List.copyOf(values.values()),
                types,
                actions(api.required("categories").texts()));
    }

    private List<RegionSpec> regions(YamlNode node) {
        var regions = new ArrayList<RegionSpec>();
        node.members().forEach((id, region) -> {
            var members = region.members(keys("name", "endpoint", "financial"));
            regions.add(new RegionSpec(id, members.text("name"), members.text("endpoint"), members.flag("financial")));
        });
        return regions;
    }

    private List<ErrorSpec> errors(YamlNode node) {
        var errors = new ArrayList<ErrorSpec>();
        var scopes = node.members(keys("common", "service"));
        for (var scope : List.of("common", "service")) {
            scopes.required(scope).members().forEach((code, doc) -> {
                if (!errorCodes.add(code)) {
                    throw doc.error("duplicate error code '" + code + "'");
                }
                errors.add(new ErrorSpec(code, scope.equals("common"), doc.text()));
            });
        }
        return errors;
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
                    name, members.text("doc"), members.text("source"), fields(members.required("fields"))));
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
        var input = optionalFields(members.optional("input"));
        var output = optionalFields(members.optional("output"));
        var errors = members.optional("errors");
        var busy = members.optional("busy");
        return new ActionSpec(
                name,
                category,
                members.text("summary"),
                rate(name, node, members.optional("rate")),
                effect(members.required("effect")),
                members.textOrNull("deprecated"),
                members.text("source"),
                input,
                output,
                errors == null ? List.of() : errorList(errors),
                busy == null ? List.of() : errorList(busy),
                handle(members.optional("handle"), output),
                new PagingReader(structs, values, input, output).read(members.optional("paging")),
                examples(name));
    }

    private static Rate rate(String action, YamlNode owner, @Nullable YamlNode node) {
        if (node == null) {
            throw owner.error("action '" + action + "' has no rate");
        }
        try {
            return Rate.parse(node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
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

    private @Nullable HandleSpec handle(@Nullable YamlNode node, List<FieldSpec> output) {
        if (node == null) {
            return null;
        }
        var members = node.members(keys("kind", "field", "until", "tasks"));
        var kind = switch (members.text("kind")) {
            case "task" -> HandleSpec.Kind.TASK;
            case "flow" -> HandleSpec.Kind.FLOW;
            case "deal" -> HandleSpec.Kind.DEAL;
            default -> throw members.required("kind").error("a handle is a task, a flow or a deal");
        };
        var tasks = members.optional("tasks");
        return new HandleSpec(
                kind,
                fieldName(members.required("field"), output),
                until(kind, members.optional("until"), node),
                tasks == null ? List.of() : taskTypes(tasks));
    }

    /** Only an order needs to be told: a task says itself when it is over. */
    private static HandleSpec.Until until(HandleSpec.Kind kind, @Nullable YamlNode node, YamlNode handle) {
        if ((kind == HandleSpec.Kind.DEAL) != (node != null)) {
            throw handle.error("a deal, and nothing else, says until when it is followed");
        }
        if (node == null) {
            return HandleSpec.Until.DONE;
        }
        return switch (node.text()) {
            case "delivered" -> HandleSpec.Until.DONE;
            case "changed" -> HandleSpec.Until.CHANGED;
            case "running" -> HandleSpec.Until.RUNNING;
            case "gone" -> HandleSpec.Until.GONE;
            default -> throw node.error("a deal is followed until delivered, changed, running or gone");
        };
    }

    private List<String> taskTypes(YamlNode node) {
        var known = Optional.ofNullable(values.get("TaskType"));
        for (var item : node.items()) {
            if (known.stream()
                    .flatMap(list -> list.values().stream())
                    .noneMatch(value -> value.wire().equals(item.text()))) {
                throw item.error("unknown TaskType '" + item.text() + "'");
            }
        }
        return node.texts();
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
                .map(item -> item.members(keys("title", "request", "response")))
                .map(example ->
                        new ExampleSpec(example.text("title"), example.text("request"), example.text("response")))
                .toList();
    }

    private List<FieldSpec> optionalFields(@Nullable YamlNode node) {
        return node == null ? List.of() : fields(node);
    }

    private List<FieldSpec> fields(YamlNode node) {
        var reader = new FieldReader(this::typeRef);
        return node.members().entrySet().stream()
                .map(field -> reader.read(field.getKey(), field.getValue()))
                .toList();
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
