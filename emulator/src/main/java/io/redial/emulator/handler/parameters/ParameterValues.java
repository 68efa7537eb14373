package io.redial.emulator.handler.parameters;

import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.protocol.ActionRequest;
import java.util.HashMap;
import java.util.Map;

/** The values of parameters: those that an instance has, and those that a call asks for. */
final class ParameterValues {
    private ParameterValues() {}

    /** The value that the parameter has in that state; one that its version no longer takes counts as not set. */
    static String current(InstanceState state, ParameterDefinition parameter) {
        return of(state.feature(Parameters.DEFAULT).values(), parameter);
    }

    /** The value among these, or else the default. */
    static String of(Map<String, String> values, ParameterDefinition parameter) {
        var value = values.getOrDefault(parameter.name(), parameter.defaultValue());
        return parameter.allows(value) ? value : parameter.defaultValue();
    }

    /** The values that a call asks for in a list of keys and values, for instances of that type. */
    static Map<String, String> requested(ActionRequest call, String list, int type) {
        var values = new HashMap<String, String>();
        var items = call.items(list);
        for (var i = 0; i < items.size(); i++) {
            var item = list + "." + i;
            var name = items.get(i).path("Key").asText();
            var value = items.get(i).path("Value").asText();
            var parameter = ParameterTable.find(type, name)
                    .orElseThrow(() -> call.error(
                            "The value of parameter `" + item + ".Key` is not a parameter of such instances;"
                                    + " DescribeInstanceParams lists them.",
                            "InvalidParameter",
                            "InvalidParameterValue"));
            if (!parameter.allows(value)) {
                throw call.error(
                        "The value of parameter `" + item + ".Value` must be " + parameter.description() + ", because `"
                                + name + "` takes nothing else.",
                        "InvalidParameter",
                        "InvalidParameterValue");
            }
            values.put(name, parameter.normalize(value));
        }
        return values;
    }
}
