package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.ReadOnlyMode;
import io.redial.emulator.protocol.ActionRequest;

final class ModifyInstanceReadOnly implements ActionHandler {
    private static final String READ_ONLY = "1";

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var mode = new ReadOnlyMode(call.requiredText("InputMode").equals(READ_ONLY));
        return TaskStarter.start(call, cloud, instance, state -> state.with(mode));
    }
}
