package io.redial.emulator.handler.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.ReplicationGroup;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;

/** What is done to groups at once. */
final class ReplicationGroupChangeActions {
    private ReplicationGroupChangeActions() {}

    /** The action ModifyReplicationGroup. What the call leaves out stays. */
    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var group = ReplicationGroupView.require(call, cloud).data();
        var name = ReplicationGroupFields.name(call);
        var remark = ReplicationGroupFields.remark(call);
        cloud.resources(ReplicationGroup.class)
                .update(
                        group.id(),
                        data -> data.withNameAndRemark(name.orElse(data.name()), remark.orElse(data.remark())));
        return Json.object();
    }

    /** The action RemoveReplicationGroup. Only a group without members can be removed, as the document says. */
    static ObjectNode remove(ActionRequest call, Cloud cloud) {
        return cloud.atomically(() -> {
            var group = ReplicationGroupView.require(call, cloud);
            if (group.busy() || !group.members().isEmpty()) {
                throw call.error(
                        "The replication group has members; RemoveReplicationInstance takes them out.",
                        "InvalidParameter");
            }
            cloud.resources(ReplicationGroup.class).remove(group.data().id());
            return Json.object();
        });
    }
}
