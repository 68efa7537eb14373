package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.EmulatedTask;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.protocol.ActionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Starts work that sets parameters. The history of the instance tells of it at once, its parameters when it is done. */
final class ParameterTaskStarter {
    private ParameterTaskStarter() {}

    /** Starts it on instances that are idle; which values each of them gets depends on what it is. */
    static ObjectNode start(
            ActionRequest call,
            Cloud cloud,
            List<EmulatedInstance> targets,
            Function<InstanceState, Map<String, String>> values) {
        var before = new LinkedHashMap<String, InstanceState>();
        targets.forEach(target -> before.put(target.id(), target.stateAt(cloud.now())));
        var answer = TaskStarter.start(
                call,
                cloud,
                targets,
                state -> state.with(state.feature(Parameters.DEFAULT).with(values.apply(state))));
        tasks(answer).mapToObj(cloud::task).flatMap(Optional::stream).forEach(task -> {
            var id = task.instance().id();
            var state = before.get(id);
            if (state != null) {
                recordChanges(changes(state, values.apply(state), task), id, cloud);
            }
        });
        return answer;
    }

    private static void recordChanges(List<ParameterChange> changes, String id, Cloud cloud) {
        cloud.updateInstance(
                id, state -> state.with(state.feature(Parameters.DEFAULT).withChanges(changes)));
    }

    private static List<ParameterChange> changes(InstanceState state, Map<String, String> values, EmulatedTask task) {
        return ParameterTable.of(state.type()).stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .map(parameter -> new ParameterChange(
                        parameter.name(),
                        ParameterValues.current(state, parameter),
                        values.getOrDefault(parameter.name(), parameter.defaultValue()),
                        task.started(),
                        task.id()))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static LongStream tasks(ObjectNode answer) {
        return answer.has("TaskId")
                ? LongStream.of(answer.path("TaskId").longValue())
                : StreamSupport.stream(answer.path("TaskIds").spliterator(), false)
                        .mapToLong(JsonNode::longValue);
    }
}
