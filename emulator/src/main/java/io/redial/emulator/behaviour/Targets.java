package io.redial.emulator.behaviour;

import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Instance;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;

/** The instance that a call names, and what is said when it cannot be had. */
final class Targets {
    private Targets() {}

    static Instance instance(Call call, Cloud cloud) {
        return cloud.instance(call.requiredText("InstanceId"))
                .orElseThrow(() -> call.refusal(
                        "No instance exists with the given ID in this region.",
                        "ResourceNotFound.InstanceNotExists",
                        "ResourceNotFound.InstanceNotFound",
                        "ResourceNotFound"));
    }

    static Refusal locked(Call call) {
        return call.refusal(
                "The instance is locked by another flow.",
                "ResourceUnavailable.InstanceLockedError",
                "ResourceUnavailable.InstanceStatusAbnormal",
                "ResourceUnavailable.InstanceStatusError",
                "ResourceInUse.InstanceBeenLocked",
                "ResourceUnavailable");
    }
}
