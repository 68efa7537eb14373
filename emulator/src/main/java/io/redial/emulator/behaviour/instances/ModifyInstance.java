package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.State;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** All instances are changed, or none. Names and flags belong to the instances in the order of both lists. */
final class ModifyInstance implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var ids = call.texts("InstanceIds");
        if (ids.isEmpty()) {
            throw missing("InstanceIds");
        }
        var effects = effects(call, ids.size());
        Targets.instances(ids, call, cloud);
        for (var i = 0; i < ids.size(); i++) {
            cloud.alter(ids.get(i), effects.apply(i));
        }
        return Json.object();
    }

    private static IntFunction<UnaryOperator<State>> effects(Call call, int count) {
        return switch (call.requiredText("Operation")) {
            case "rename" -> {
                var names = as(count, call.texts("InstanceNames"), "InstanceNames", call);
                names.forEach(name -> Names.checked(name, "InstanceNames", call));
                yield i -> state -> state.with(state.label().named(names.get(i)));
            }
            case "modifyProject" -> {
                if (!call.has("ProjectId")) {
                    throw missing("ProjectId");
                }
                var project = (int) call.number("ProjectId", 0);
                yield i -> state -> state.with(state.label().in(project));
            }
            default -> {
                var flags = as(count, call.numbers("AutoRenews"), "AutoRenews", call);
                yield i -> state -> state.with(
                        state.feature(Billing.USUAL).flagged(flags.get(i).intValue()));
            }
        };
    }

    private static <T> List<T> as(int count, List<T> values, String parameter, Call call) {
        if (values.isEmpty()) {
            throw missing(parameter);
        }
        if (values.size() != count) {
            var text = "The parameter `" + parameter + "` must have one element for each of `InstanceIds`.";
            throw parameter.equals("AutoRenews")
                    ? call.refusal(text, "UnsupportedOperation.IsAutoRenewError")
                    : call.refusal(text, "InvalidParameter");
        }
        return values;
    }

    private static Refusal missing(String parameter) {
        return new Refusal(
                "MissingParameter",
                "The request is missing the parameter `" + parameter + "`, which this operation needs.");
    }
}
