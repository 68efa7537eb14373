package io.redial.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what names the work that one action leaves behind. */
final class HandleReader {
    private final @Nullable ValueListSpec taskTypes;
    private final List<FieldSpec> input;
    private final List<FieldSpec> output;

    HandleReader(@Nullable ValueListSpec taskTypes, List<FieldSpec> input, List<FieldSpec> output) {
        this.taskTypes = taskTypes;
        this.input = input;
        this.output = output;
    }

    @Nullable
    HandleSpec read(@Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        var members = node.members(ApiReader.keys("kind", "field", "until", "tasks"));
        var kind = switch (members.text("kind")) {
            case "task" -> HandleSpec.Kind.TASK;
            case "flow" -> HandleSpec.Kind.FLOW;
            case "deal" -> HandleSpec.Kind.DEAL;
            case "instance" -> HandleSpec.Kind.INSTANCE;
            default -> throw members.required("kind").error("a handle is a task, a flow, a deal or an instance");
        };
        var tasks = members.optional("tasks");
        return new HandleSpec(
                kind,
                ApiReader.fieldName(members.required("field"), kind == HandleSpec.Kind.INSTANCE ? input : output),
                until(kind, members.optional("until"), node),
                tasks == null ? List.of() : tasks(tasks));
    }

    /** Only an order and an instance need to be told: a task says itself when it is over. */
    private static HandleSpec.Until until(HandleSpec.Kind kind, @Nullable YamlNode node, YamlNode handle) {
        if ((kind == HandleSpec.Kind.DEAL || kind == HandleSpec.Kind.INSTANCE) != (node != null)) {
            throw handle.error("a deal or an instance, and nothing else, says until when it is followed");
        }
        if (node == null) {
            return HandleSpec.Until.DONE;
        }
        return switch (node.text()) {
            case "delivered" -> {
                if (kind == HandleSpec.Kind.INSTANCE) {
                    throw node.error("an instance is followed until changed, running or gone");
                }
                yield HandleSpec.Until.DONE;
            }
            case "changed" -> HandleSpec.Until.CHANGED;
            case "running" -> HandleSpec.Until.RUNNING;
            case "gone" -> HandleSpec.Until.GONE;
            default -> throw node.error("a deal is followed until delivered, changed, running or gone");
        };
    }

    private List<String> tasks(YamlNode node) {
        var known = taskTypes;
        if (known == null) {
            throw node.error("api.yaml names no value list of 'tasks'");
        }
        for (var item : node.items()) {
            if (known.values().stream().noneMatch(value -> value.wire().equals(item.text()))) {
                throw item.error("unknown " + known.name() + " '" + item.text() + "'");
            }
        }
        return node.texts();
    }
}
