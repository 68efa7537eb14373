package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** A member leaves with its data. Without strong synchronization only the primary one may, as the document says. */
final class RemoveReplicationInstance implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> leave(call, cloud));
    }

    private static ObjectNode leave(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var group = ReplicationGroupView.require(call, cloud);
        var member = group.member(instance, call);
        if (!call.parameters().path("SyncType").booleanValue()
                && !member.membership().primary()) {
            throw call.error(
                    "Without strong synchronization only the primary instance can leave; set `SyncType` to true.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        return GroupTaskStarter.start(
                call,
                cloud,
                group,
                GroupTaskStarter.leaving(),
                List.of(instance),
                state -> state.with(GroupMembership.NONE));
    }
}
