package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Membership;
import java.util.List;

/** A member leaves with its data. Without strong synchronization only the primary one may, as the document says. */
final class RemoveReplicationInstance implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return cloud.atOnce(() -> leave(call, cloud));
    }

    private static ObjectNode leave(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var group = Group.named(call, cloud);
        var member = group.member(instance, call);
        if (!call.parameters().path("SyncType").booleanValue()
                && !member.place().primary()) {
            throw call.refusal(
                    "Without strong synchronization only the primary instance can leave; set `SyncType` to true.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        return GroupWork.start(
                call, cloud, group, GroupWork.leaving(), List.of(instance), state -> state.with(Membership.NONE));
    }
}
