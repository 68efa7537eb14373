package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Membership;
import io.redial.emulator.instance.Memory;
import java.util.List;
import java.util.Optional;

/**
 * An instance joins a group and then holds the data of the primary one. Any number of members may be writable; the first
 * one of them is the primary one.
 */
final class AddReplicationInstance implements Behaviour {
    /** No document names the limit that one of its errors is about. */
    private static final int MAX_MEMBERS = 32;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return cloud.atOnce(() -> join(call, cloud));
    }

    private static ObjectNode join(Call call, Cloud cloud) {
        var now = cloud.now();
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var group = Group.named(call, cloud);
        var state = instance.stateAt(now);
        Joining.check(state, call);
        if (group.members().size() >= MAX_MEMBERS) {
            throw call.refusal(
                    "A replication group has at most " + MAX_MEMBERS + " members.", "LimitExceeded.ExceedUpperLimit");
        }
        var data = data(group, now);
        data.ifPresent(megabytes -> fits(megabytes, state.memory(), call));
        var role = call.requiredText("InstanceRole");
        var primary = role.equals(Membership.READ_WRITE) && group.primary().isEmpty();
        var place = Membership.of(group.data().id(), role, primary, now);
        return GroupWork.start(
                call,
                cloud,
                group,
                GroupWork.joining(instance, role),
                List.of(instance),
                before -> before.with(data.map(before.memory()::holding).orElse(before.memory()))
                        .with(place));
    }

    /** What the members hold, in MB; empty if there are none. */
    private static Optional<Integer> data(Group group, long now) {
        return group.primary()
                .or(() -> group.members().stream().findFirst())
                .map(member -> member.instance().memoryAt(now).totalUsedMb());
    }

    private static void fits(int data, Memory memory, Call call) {
        if (memory.usedMb() > 0) {
            throw call.refusal(
                    "The instance holds data, which the data of the replication group would replace; ClearInstance"
                            + " empties it.",
                    "LimitExceeded.InstanceNotEmpty");
        }
        if (data > memory.totalMb()) {
            throw call.refusal(
                    "The replication group holds " + data + " MB and the instance has " + memory.totalMb()
                            + " MB; UpgradeInstance makes it larger.",
                    "InvalidParameterValue.CheckNotPass");
        }
    }
}
