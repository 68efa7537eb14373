package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A read-only member becomes the primary one, which becomes read-only. The work locks both. When it is forced, the
 * primary one need not run.
 */
final class ChangeMasterInstance implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> change(call, cloud));
    }

    private static ObjectNode change(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var promoted = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var group = ReplicationGroupView.require(call, cloud);
        if (!group.member(promoted, call).membership().role().equals(GroupMembership.READ_ONLY)) {
            throw call.error(
                    "Only a read-only instance can be made the primary one; ChangeInstanceRole makes it read-only.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var primary = group.primary().map(GroupMember::instance);
        if (!call.parameters().path("ForceSwitch").booleanValue()) {
            primary.ifPresent(instance -> running(instance, now, call));
        }
        var targets = Stream.of(Optional.of(promoted), primary)
                .flatMap(Optional::stream)
                .toList();
        return GroupTaskStarter.start(
                call,
                cloud,
                group,
                GroupTaskStarter.switching(),
                targets,
                state -> state.with(state.feature(GroupMembership.NONE).withSwappedRole(now)));
    }

    private static void running(EmulatedInstance primary, long now, ActionRequest call) {
        if (primary.lifecycleStateAt(now) != LifecycleState.RUNNING) {
            throw call.error(
                    "The primary instance does not run; set `ForceSwitch` to true to do without it.",
                    "ResourceUnavailable.InstanceStatusError");
        }
    }
}
