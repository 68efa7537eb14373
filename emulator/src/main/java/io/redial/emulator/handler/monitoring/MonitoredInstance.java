package io.redial.emulator.handler.monitoring;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

/**
 * An instance that is looked at.
 *
 * @param instance the instance
 * @param now the present time, in milliseconds since 1970
 */
record MonitoredInstance(EmulatedInstance instance, long now) {

    static MonitoredInstance of(ActionRequest call, Cloud cloud) {
        return new MonitoredInstance(InstanceResolver.resolve(call, cloud), cloud.now());
    }

    String id() {
        return instance.id();
    }

    InstanceState state() {
        return instance.stateAt(now);
    }

    /** Whether clients can reach it. */
    boolean isReachable() {
        return state().lifecycleState() == LifecycleState.RUNNING;
    }
}
