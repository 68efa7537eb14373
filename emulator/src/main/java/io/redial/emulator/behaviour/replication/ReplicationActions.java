package io.redial.emulator.behaviour.replication;

import io.redial.emulator.behaviour.Behaviour;
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
    public static Map<String, Behaviour> all() {
        return Map.of(
                "CreateReplicationGroup", new CreateReplicationGroup(),
                "AddReplicationInstance", new AddReplicationInstance(),
                "RemoveReplicationInstance", new RemoveReplicationInstance(),
                "DeleteReplicationInstance", new RemoveReplicationInstance(),
                "RemoveReplicationGroup", GroupChange::remove,
                "ModifyReplicationGroup", GroupChange::modify,
                "DescribeReplicationGroup", GroupList::describe,
                "DescribeReplicationGroupInstance", GroupList::ofInstance,
                "ChangeInstanceRole", new ChangeInstanceRole(),
                "ChangeMasterInstance", new ChangeMasterInstance());
    }
}
