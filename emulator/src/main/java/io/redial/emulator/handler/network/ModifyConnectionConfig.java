package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.ConnectionLimits;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

final class ModifyConnectionConfig implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var before = state.feature(ConnectionLimits.DEFAULT);
        var added = within(call, "Bandwidth", before.addedMb(), 1, ConnectionLimits.MAX_ADDED_MB);
        var clients = within(
                call,
                "ClientLimit",
                before.clientLimit(),
                ConnectionLimits.MIN_CLIENTS,
                ConnectionLimits.maxClients(state));
        return TaskStarter.start(call, cloud, instance, one -> one.with(new ConnectionLimits(added, clients)));
    }

    private static int within(ActionRequest call, String parameter, int otherwise, int min, int max) {
        if (!call.has(parameter)) {
            return otherwise;
        }
        var value = call.number(parameter, 0);
        if (value < min || value > max) {
            throw call.error(
                    "The value of parameter `" + parameter + "` must be " + min + " to " + max + " for this instance.",
                    "InvalidParameterValue");
        }
        return (int) value;
    }
}
