package io.redial.emulator.behaviour.replication;

import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Membership;

/** An instance in a replication group, and its place there. */
record Member(Instance instance, Membership place) {

    boolean is(Instance other) {
        return instance.id().equals(other.id());
    }
}
