package io.redial.emulator.behaviour.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.parameters.Parameter.Kind;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.instance.State;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the parameters of an instance by what their values are like. */
final class DescribeInstanceParams implements Behaviour {
    private static final Map<Kind, String> LISTS = Map.of(
            Kind.ENUM, "InstanceEnumParam",
            Kind.INTEGER, "InstanceIntegerParam",
            Kind.TEXT, "InstanceTextParam",
            Kind.MULTI, "InstanceMultiParam");

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var state = Targets.instance(call, cloud).stateAt(cloud.now());
        var changing = state.feature(Parameters.USUAL).history().stream()
                .filter(change -> ChangeState.of(change, cloud) == ChangeState.RUNNING)
                .map(ParameterChange::name)
                .collect(Collectors.toSet());
        var all = ParameterTable.of(state.type());
        var answer = Json.object().put("TotalCount", all.size());
        LISTS.values().forEach(answer::putArray);
        all.forEach(parameter -> answer.withArray(LISTS.get(parameter.kind())).add(row(parameter, state, changing)));
        return answer;
    }

    private static ObjectNode row(Parameter parameter, State state, Set<String> changing) {
        var status = changing.contains(parameter.name()) ? ChangeState.RUNNING : ChangeState.DONE;
        var row = Json.object()
                .put("ParamName", parameter.name())
                .put("ValueType", parameter.kind().wire())
                .put("NeedRestart", "false")
                .put("DefaultValue", parameter.usual())
                .put("CurrentValue", Values.current(state, parameter))
                .put("Tips", parameter.tips())
                .put("Status", status.wire());
        if (parameter.kind() == Kind.INTEGER) {
            return row.put("Min", Long.toString(parameter.min()))
                    .put("Max", Long.toString(parameter.max()))
                    .put("Unit", parameter.unit());
        }
        parameter.choices().forEach(row.putArray(parameter.kind() == Kind.TEXT ? "TextValue" : "EnumValue")::add);
        return row;
    }
}
