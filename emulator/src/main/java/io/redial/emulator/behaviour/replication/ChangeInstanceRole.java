package io.redial.emulator.behaviour.replication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import java.util.List;

/** A member becomes writable or read-only. The primary one stays writable. */
final class ChangeInstanceRole implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return cloud.atOnce(() -> change(call, cloud));
    }

    private static ObjectNode change(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var group = Group.named(call, cloud);
        var place = group.member(instance, call).place();
        var role = call.requiredText("InstanceRole");
        if (role.equals(place.role())) {
            throw call.refusal("The instance has that role already.", "InvalidParameterValue.CheckNotPass");
        }
        if (place.primary()) {
            throw call.refusal(
                    "The primary instance stays writable; ChangeMasterInstance makes another one primary.",
                    "UnsupportedOperation.InstanceNotOperation");
        }
        var next = place.in(role, cloud.now());
        return GroupWork.start(
                call, cloud, group, GroupWork.changingRoles(), List.of(instance), state -> state.with(next));
    }
}
