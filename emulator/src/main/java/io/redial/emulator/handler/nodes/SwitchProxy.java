package io.redial.emulator.handler.nodes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

/** Proxies that fail come back by themselves. */
final class SwitchProxy implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return TaskStarter.start(
                call, cloud, InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud), state -> state);
    }
}
