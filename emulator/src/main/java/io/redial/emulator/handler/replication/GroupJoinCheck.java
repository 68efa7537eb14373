package io.redial.emulator.handler.replication;

import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Set;

/** What an instance must be like to join a group. */
final class GroupJoinCheck {
    /** Those that the document names for members. */
    private static final Set<Integer> TYPES = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 15, 16);

    private GroupJoinCheck() {}

    static void requireJoinable(InstanceState state, ActionRequest call) {
        if (!TYPES.contains(state.type())) {
            throw call.error(
                    "Instances of type " + state.type() + " cannot join replication groups; take one of version 2.8 to"
                            + " 6.2.",
                    "InvalidParameterValue.UnSupportedType");
        }
        if (state.feature(GroupMembership.NONE).isMember()) {
            throw call.error(
                    "The instance is a member of a replication group already; RemoveReplicationInstance takes it out.",
                    "InvalidParameterValue.NotRepeatBind");
        }
    }
}
