package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.Resources;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Ids;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Membership;
import java.util.List;
import java.util.SplittableRandom;

/** The group is there at once, being linked. If that fails, it has never been. Without a name it is called by its id. */
final class CreateReplicationGroup implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return cloud.atOnce(() -> create(call, cloud));
    }

    private static ObjectNode create(Call call, Cloud cloud) {
        var now = cloud.now();
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        Joining.check(instance.stateAt(now), call);
        var groups = cloud.resources(ReplicationGroup.class);
        var id = freshId(instance.id(), groups, now);
        var name = GroupText.name(call).orElse(id);
        var remark = GroupText.remark(call).orElse("");
        room(groups, call, cloud);
        var step = GroupWork.joining(instance, Membership.READ_WRITE);
        var group = new ReplicationGroup(id, name, remark, List.of(instance.id()), 0, step);
        var place = Membership.of(id, Membership.READ_WRITE, true, now);
        return GroupWork.found(call, cloud, group, instance, state -> state.with(place));
    }

    private static String freshId(String instanceId, Resources<ReplicationGroup> groups, long now) {
        var random = new SplittableRandom(Ids.hash(instanceId) + now);
        var id = "";
        do {
            id = "crs-rpl-" + Ids.letters(random);
        } while (groups.find(id).isPresent());
        return id;
    }

    private static void room(Resources<ReplicationGroup> groups, Call call, Cloud cloud) {
        var all = groups.all();
        var lost = all.stream().filter(group -> Group.neverCame(group, cloud)).toList();
        lost.forEach(group -> groups.remove(group.id()));
        if (all.size() - lost.size() >= Resources.MAX) {
            throw call.refusal(
                    "There is no room for more than " + Resources.MAX + " replication groups; RemoveReplicationGroup"
                            + " makes some.",
                    "LimitExceeded");
        }
    }
}
