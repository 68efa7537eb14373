package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;

/** The emulated instances are password-free, so any password will do. */
final class ClearInstance implements Behaviour {
    @Override
    public String action() {
        return "ClearInstance";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var task = cloud.clear(Targets.instance(call, cloud)).orElseThrow(() -> Targets.locked(call));
        return Json.object().put("TaskId", task.id());
    }
}
