package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.Optional;

/**
 * An instance joins a group and then holds the data of the primary one. Any number of members may be writable; the first
 * one of them is the primary one.
 */
final class AddReplicationInstance implements ActionHandler {
    /** No document names the limit that one of its errors is about. */
    private static final int MAX_MEMBERS = 32;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> join(call, cloud));
    }

    private static ObjectNode join(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var group = ReplicationGroupView.require(call, cloud);
        var state = instance.stateAt(now);
        GroupJoinCheck.requireJoinable(state, call);
        if (group.members().size() >= MAX_MEMBERS) {
            throw call.error(
                    "A replication group has at most " + MAX_MEMBERS + " members.", "LimitExceeded.ExceedUpperLimit");
        }
        var data = data(group, now);
        data.ifPresent(megabytes -> fits(megabytes, state.memory(), call));
        var role = call.requiredText("InstanceRole");
        var primary = role.equals(GroupMembership.READ_WRITE) && group.primary().isEmpty();
        var place = GroupMembership.of(group.data().id(), role, primary, now);
        return GroupTaskStarter.start(
                call,
                cloud,
                group,
                GroupTaskStarter.joining(instance, role),
                List.of(instance),
                before -> before.with(data.map(before.memory()::withDataMb).orElse(before.memory()))
                        .with(place));
    }

    /** What the members hold, in MB; empty if there are none. */
    private static Optional<Integer> data(ReplicationGroupView group, long now) {
        return group.primary()
                .or(() -> group.members().stream().findFirst())
                .map(member -> member.instance().memoryAt(now).totalUsedMb());
    }

    private static void fits(int data, Memory memory, ActionRequest call) {
        if (memory.usedMb() > 0) {
            throw call.error(
                    "The instance holds data, which the data of the replication group would replace; ClearInstance"
                            + " empties it.",
                    "LimitExceeded.InstanceNotEmpty");
        }
        if (data > memory.totalMb()) {
            throw call.error(
                    "The replication group holds " + data + " MB and the instance has " + memory.totalMb()
                            + " MB; UpgradeInstance makes it larger.",
                    "InvalidParameterValue.CheckNotPass");
        }
    }
}
