package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.parameters.ParameterDefinition.Kind;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.ParameterChange;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists the parameters of an instance by what their values are like. */
final class DescribeInstanceParams implements ActionHandler {
    private static final Map<Kind, String> LISTS = Map.of(
            Kind.ENUM, "InstanceEnumParam",
            Kind.INTEGER, "InstanceIntegerParam",
            Kind.TEXT, "InstanceTextParam",
            Kind.MULTI, "InstanceMultiParam");

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var state = InstanceResolver.resolve(call, cloud).stateAt(cloud.now());
        var changing = state.feature(Parameters.DEFAULT).history().stream()
                .filter(change -> ParameterChangeState.of(change, cloud) == ParameterChangeState.RUNNING)
                .map(ParameterChange::name)
                .collect(Collectors.toSet());
        var all = ParameterTable.of(state.type());
        var answer = Json.object().put("TotalCount", all.size());
        LISTS.values().forEach(answer::putArray);
        all.forEach(parameter -> answer.withArray(LISTS.get(parameter.kind())).add(row(parameter, state, changing)));
        return answer;
    }

    private static ObjectNode row(ParameterDefinition parameter, InstanceState state, Set<String> changing) {
        var status = changing.contains(parameter.name()) ? ParameterChangeState.RUNNING : ParameterChangeState.DONE;
        var row = Json.object()
                .put("ParamName", parameter.name())
                .put("ValueType", parameter.kind().wireName())
                .put("NeedRestart", "false")
                .put("DefaultValue", parameter.defaultValue())
                .put("CurrentValue", ParameterValues.current(state, parameter))
                .put("Tips", parameter.tips())
                .put("Status", status.code());
        if (parameter.kind() == Kind.INTEGER) {
            return row.put("Min", Long.toString(parameter.min()))
                    .put("Max", Long.toString(parameter.max()))
                    .put("Unit", parameter.unit());
        }
        parameter.choices().forEach(row.putArray(parameter.kind() == Kind.TEXT ? "TextValue" : "EnumValue")::add);
        return row;
    }
}
