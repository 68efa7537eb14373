package io.redial.emulator.handler.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.ReadOnlyMode;
import io.redial.emulator.protocol.ActionRequest;

/** Two instances exchange their addresses, and the target can be written to from then on. */
final class SwitchInstanceVip implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var both = InstanceResolver.resolveRunning(call, cloud);
        if (both.size() != 2) {
            throw call.error(
                    "`SrcInstanceId` and `DstInstanceId` must name different instances.",
                    "InvalidParameter.InvalidParameter");
        }
        var now = cloud.now();
        var source = NetworkEndpoint.of(both.get(0).stateAt(now));
        var target = NetworkEndpoint.of(both.get(1).stateAt(now));
        return TaskStarter.start(
                call,
                cloud,
                both,
                state -> NetworkEndpoint.of(state).equals(source)
                        ? target.applyTo(state)
                        : source.applyTo(state).with(new ReadOnlyMode(false)));
    }
}
