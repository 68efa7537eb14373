package io.redial.emulator.handler.replication;

import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.GroupMembership;

/** An instance in a replication group, and its place there. */
record GroupMember(EmulatedInstance instance, GroupMembership membership) {

    boolean isInstance(EmulatedInstance other) {
        return instance.id().equals(other.id());
    }
}
