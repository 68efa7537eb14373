package io.redial.emulator.handler.parameters;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ParameterTemplate;
import io.redial.emulator.cloud.ResourceStore;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The parameter templates of an account in a region. */
public final class ParameterTemplates {
    private ParameterTemplates() {}

    /** What the template that CreateInstances and CloneInstances may name makes of instances of that type. */
    public static UnaryOperator<InstanceState> forNewInstance(ActionRequest call, Cloud cloud, int type) {
        if (call.text("TemplateId").orElse("").isEmpty()) {
            return state -> state;
        }
        var values = values(require(call, cloud), type);
        return state -> state.with(state.feature(Parameters.DEFAULT).with(values));
    }

    static ResourceStore<ParameterTemplate> all(Cloud cloud) {
        return cloud.resources(ParameterTemplate.class);
    }

    /** The template that the call names. */
    static ParameterTemplate require(ActionRequest call, Cloud cloud) {
        return all(cloud)
                .find(call.requiredText("TemplateId"))
                .orElseThrow(() -> call.error(
                        "No parameter template exists with the given ID in this region;"
                                + " DescribeParamTemplates lists them.",
                        "InvalidParameter",
                        "ResourceNotFound"));
    }

    /** What it gives all parameters of instances of that type; the default where it has nothing that they take. */
    static Map<String, String> values(ParameterTemplate template, int type) {
        return ParameterTable.of(type).stream()
                .collect(Collectors.toMap(
                        ParameterDefinition::name, parameter -> ParameterValues.of(template.values(), parameter)));
    }
}
