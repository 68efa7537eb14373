package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.door.Call;

/** What is done to groups at once. */
final class GroupChange {
    private GroupChange() {}

    /** The action ModifyReplicationGroup. What the call leaves out stays. */
    static ObjectNode modify(Call call, Cloud cloud) {
        var group = Group.named(call, cloud).data();
        var name = GroupText.name(call);
        var remark = GroupText.remark(call);
        cloud.resources(ReplicationGroup.class)
                .change(group.id(), data -> data.called(name.orElse(data.name()), remark.orElse(data.remark())));
        return Json.object();
    }

    /** The action RemoveReplicationGroup. Only a group without members can be removed, as the document says. */
    static ObjectNode remove(Call call, Cloud cloud) {
        return cloud.atOnce(() -> {
            var group = Group.named(call, cloud);
            if (group.working() || !group.members().isEmpty()) {
                throw call.refusal(
                        "The replication group has members; RemoveReplicationInstance takes them out.",
                        "InvalidParameter");
            }
            cloud.resources(ReplicationGroup.class).remove(group.data().id());
            return Json.object();
        });
    }
}
