package io.redial.emulator.handler.replication;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/**
 * The actions on replication groups. Roles, states while there is work, who may leave how, and the refusals are as
 * documented. Made up are: that a group and all its members live in one region; the state of a group that nothing is done
 * to, the most members it may have, and the kernel version of members, for none of which the document has a value; and
 * that members are filled with data when they join and then keep their own.
 */
public final class ReplicationActions {
    private ReplicationActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "CreateReplicationGroup", new CreateReplicationGroup(),
                "AddReplicationInstance", new AddReplicationInstance(),
                "RemoveReplicationInstance", new RemoveReplicationInstance(),
                "DeleteReplicationInstance", new RemoveReplicationInstance(),
                "RemoveReplicationGroup", ReplicationGroupChangeActions::remove,
                "ModifyReplicationGroup", ReplicationGroupChangeActions::modify,
                "DescribeReplicationGroup", ReplicationGroupListActions::describe,
                "DescribeReplicationGroupInstance", ReplicationGroupListActions::ofInstance,
                "ChangeInstanceRole", new ChangeInstanceRole(),
                "ChangeMasterInstance", new ChangeMasterInstance());
    }
}
