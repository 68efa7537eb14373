package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** A member becomes writable or read-only. The primary one stays writable. */
final class ChangeInstanceRole implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> change(call, cloud));
    }

    private static ObjectNode change(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var group = ReplicationGroupView.require(call, cloud);
        var place = group.member(instance, call).membership();
        var role = call.requiredText("InstanceRole");
        if (role.equals(place.role())) {
            throw call.error("The instance has that role already.", "InvalidParameterValue.CheckNotPass");
        }
        if (place.primary()) {
            throw call.error(
                    "The primary instance stays writable; ChangeMasterInstance makes another one primary.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var next = place.withRole(role, cloud.now());
        return GroupTaskStarter.start(
                call, cloud, group, GroupTaskStarter.changingRoles(), List.of(instance), state -> state.with(next));
    }
}
