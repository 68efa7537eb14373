package io.redial.emulator.behaviour.replication;

import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Membership;
import io.redial.emulator.instance.State;
import java.util.Set;

/** What an instance must be like to join a group. */
final class Joining {
    /** Those that the document names for members. */
    private static final Set<Integer> TYPES = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 15, 16);

    private Joining() {}

    static void check(State state, Call call) {
        if (!TYPES.contains(state.type())) {
            throw call.refusal(
                    "Instances of type " + state.type() + " cannot join replication groups; take one of version 2.8 to"
                            + " 6.2.",
                    "InvalidParameterValue.UnSupportedType");
        }
        if (state.feature(Membership.NONE).isMember()) {
            throw call.refusal(
                    "The instance is a member of a replication group already; RemoveReplicationInstance takes it out.",
                    "InvalidParameterValue.NotRepeatBind");
        }
    }
}
