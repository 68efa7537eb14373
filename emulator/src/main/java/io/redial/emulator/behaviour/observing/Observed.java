package io.redial.emulator.behaviour.observing;

import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.State;

/**
 * An instance that is looked at.
 *
 * @param instance the instance
 * @param now the present time, in milliseconds since 1970
 */
record Observed(Instance instance, long now) {

    static Observed of(Call call, Cloud cloud) {
        return new Observed(Targets.instance(call, cloud), cloud.now());
    }

    String id() {
        return instance.id();
    }

    State state() {
        return instance.stateAt(now);
    }

    /** Whether clients can reach it. */
    boolean serves() {
        return state().life() == Life.RUNNING;
    }
}
