package io.redial.emulator.behaviour.parameters;

import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Parameters;
import io.redial.emulator.instance.State;
import java.util.HashMap;
import java.util.Map;

/** The values of parameters: those that an instance has, and those that a call asks for. */
final class Values {
    private Values() {}

    /** The value that the parameter has in that state; one that its version no longer takes counts as not set. */
    static String current(State state, Parameter parameter) {
        return of(state.feature(Parameters.USUAL).values(), parameter);
    }

    /** The value among these, or else the default. */
    static String of(Map<String, String> values, Parameter parameter) {
        var value = values.getOrDefault(parameter.name(), parameter.usual());
        return parameter.allows(value) ? value : parameter.usual();
    }

    /** The values that a call asks for in a list of keys and values, for instances of that type. */
    static Map<String, String> wanted(Call call, String list, int type) {
        var values = new HashMap<String, String>();
        var items = call.items(list);
        for (var i = 0; i < items.size(); i++) {
            var item = list + "." + i;
            var name = items.get(i).path("Key").asText();
            var value = items.get(i).path("Value").asText();
            var parameter = ParameterTable.find(type, name)
                    .orElseThrow(() -> call.refusal(
                            "The value of parameter `" + item + ".Key` is not a parameter of such instances;"
                                    + " DescribeInstanceParams lists them.",
                            "InvalidParameter",
                            "InvalidParameterValue"));
            if (!parameter.allows(value)) {
                throw call.refusal(
                        "The value of parameter `" + item + ".Value` must be " + parameter.text() + ", because `" + name
                                + "` takes nothing else.",
                        "InvalidParameter",
                        "InvalidParameterValue");
            }
            values.put(name, parameter.written(value));
        }
        return values;
    }
}
