package io.redial.emulator.behaviour.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Task;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.instance.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

/** Starts work that sets parameters. The history of the instance tells of it at once, its parameters when it is done. */
final class ParameterWork {
    private ParameterWork() {}

    /** Starts it on instances that are idle; which values each of them gets depends on what it is. */
    static ObjectNode start(
            Call call, Cloud cloud, List<Instance> targets, Function<State, Map<String, String>> values) {
        var before = new LinkedHashMap<String, State>();
        targets.forEach(target -> before.put(target.id(), target.stateAt(cloud.now())));
        var answer = Work.start(
                call,
                cloud,
                targets,
                state -> state.with(state.feature(Parameters.USUAL).with(values.apply(state))));
        tasks(answer).mapToObj(cloud::task).flatMap(Optional::stream).forEach(task -> {
            var id = task.instance().id();
            var state = before.get(id);
            if (state != null) {
                note(changes(state, values.apply(state), task), id, cloud);
            }
        });
        return answer;
    }

    private static void note(List<ParameterChange> changes, String id, Cloud cloud) {
        cloud.alter(id, state -> state.with(state.feature(Parameters.USUAL).noting(changes)));
    }

    private static List<ParameterChange> changes(State state, Map<String, String> values, Task task) {
        return ParameterTable.of(state.type()).stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .map(parameter -> new ParameterChange(
                        parameter.name(),
                        Values.current(state, parameter),
                        values.getOrDefault(parameter.name(), parameter.usual()),
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
