package io.redial.emulator.handler.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.Map;

/**
 * The actions on the parameters of instances. Faithful: the parameters with their defaults, ranges and choices are those
 * of the documented examples. Made up: which of them old versions lack, the words of the tips, and that the latest 200
 * changes are kept.
 */
public final class ParameterActions {
    private ParameterActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "DescribeInstanceParams", new DescribeInstanceParams(),
                "DescribeInstanceParamRecords", new DescribeInstanceParamRecords(),
                "ModifyInstanceParams", ParameterActions::modify);
    }

    /** Nothing has changed yet when the answer is given, which is what the documented example says, too. */
    private static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var values = ParameterValues.requested(
                call, "InstanceParams", instance.stateAt(cloud.now()).type());
        if (values.isEmpty()) {
            throw call.error("The parameter `InstanceParams` is empty; name at least one.", "InvalidParameter");
        }
        return ParameterTaskStarter.start(call, cloud, List.of(instance), state -> values)
                .put("Changed", false);
    }
}
