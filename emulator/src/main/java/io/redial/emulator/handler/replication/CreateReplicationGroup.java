package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.cloud.ResourceStore;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.SplittableRandom;

/** The group is there at once, being linked. If that fails, it has never been. Without a name it is called by its id. */
final class CreateReplicationGroup implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> create(call, cloud));
    }

    private static ObjectNode create(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        GroupJoinCheck.requireJoinable(instance.stateAt(now), call);
        var groups = cloud.resources(ReplicationGroup.class);
        var id = freshId(instance.id(), groups, now);
        var name = ReplicationGroupFields.name(call).orElse(id);
        var remark = ReplicationGroupFields.remark(call).orElse("");
        room(groups, call, cloud);
        var step = GroupTaskStarter.joining(instance, GroupMembership.READ_WRITE);
        var group = new ReplicationGroup(id, name, remark, List.of(instance.id()), 0, step);
        var place = GroupMembership.of(id, GroupMembership.READ_WRITE, true, now);
        return GroupTaskStarter.startCreation(call, cloud, group, instance, state -> state.with(place));
    }

    private static String freshId(String instanceId, ResourceStore<ReplicationGroup> groups, long now) {
        var random = new SplittableRandom(IdGenerator.hash(instanceId) + now);
        var id = "";
        do {
            id = "crs-rpl-" + IdGenerator.suffix(random);
        } while (groups.find(id).isPresent());
        return id;
    }

    private static void room(ResourceStore<ReplicationGroup> groups, ActionRequest call, Cloud cloud) {
        var all = groups.all();
        var lost = all.stream()
                .filter(group -> ReplicationGroupView.isCreationFailed(group, cloud))
                .toList();
        lost.forEach(group -> groups.remove(group.id()));
        if (all.size() - lost.size() >= ResourceStore.MAX_RESOURCES) {
            throw call.error(
                    "There is no room for more than " + ResourceStore.MAX_RESOURCES
                            + " replication groups; RemoveReplicationGroup" + " makes some.",
                    "LimitExceeded");
        }
    }
}
