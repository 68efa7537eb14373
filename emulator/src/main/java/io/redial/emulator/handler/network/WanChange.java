package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Wan;
import io.redial.emulator.protocol.ActionRequest;

/** Opens the way from the public network, or closes it. */
record WanChange(boolean open) implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        if (open && InstanceNetwork.of(instance.stateAt(cloud.now())).isClassic()) {
            throw call.error(
                    "The instance is in the classic network; move it to a VPC with ModifyNetworkConfig first.",
                    "InvalidParameter.IsNotVpcInstance");
        }
        var text = (open ? "Enabling" : "Disabling") + " public network access";
        return TaskStarter.start(call, cloud, instance, state -> state.with(new Wan(open)))
                .put("WanStatus", text);
    }
}
