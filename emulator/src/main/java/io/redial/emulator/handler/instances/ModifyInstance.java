package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** All instances are changed, or none. Names and flags belong to the instances in the order of both lists. */
final class ModifyInstance implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var ids = call.texts("InstanceIds");
        if (ids.isEmpty()) {
            throw missing("InstanceIds");
        }
        var effects = effects(call, ids.size());
        InstanceResolver.resolveAll(ids, call, cloud);
        for (var i = 0; i < ids.size(); i++) {
            cloud.updateInstance(ids.get(i), effects.apply(i));
        }
        return Json.object();
    }

    private static IntFunction<UnaryOperator<InstanceState>> effects(ActionRequest call, int count) {
        return switch (call.requiredText("Operation")) {
            case "rename" -> {
                var names = as(count, call.texts("InstanceNames"), "InstanceNames", call);
                names.forEach(name -> InstanceNames.requireValid(name, "InstanceNames", call));
                yield i -> state -> state.with(state.metadata().withName(names.get(i)));
            }
            case "modifyProject" -> {
                if (!call.has("ProjectId")) {
                    throw missing("ProjectId");
                }
                var project = (int) call.number("ProjectId", 0);
                yield i -> state -> state.with(state.metadata().withProjectId(project));
            }
            default -> {
                var flags = as(count, call.numbers("AutoRenews"), "AutoRenews", call);
                yield i -> state -> state.with(state.feature(Billing.DEFAULT)
                        .withAutoRenew(flags.get(i).intValue()));
            }
        };
    }

    private static <T> List<T> as(int count, List<T> values, String parameter, ActionRequest call) {
        if (values.isEmpty()) {
            throw missing(parameter);
        }
        if (values.size() != count) {
            var text = "The parameter `" + parameter + "` must have one element for each of `InstanceIds`.";
            throw parameter.equals("AutoRenews")
                    ? call.error(text, "UnsupportedOperation.IsAutoRenewError")
                    : call.error(text, "InvalidParameter");
        }
        return values;
    }

    private static ApiError missing(String parameter) {
        return new ApiError(
                "MissingParameter",
                "The request is missing the parameter `" + parameter + "`, which this operation needs.");
    }
}
