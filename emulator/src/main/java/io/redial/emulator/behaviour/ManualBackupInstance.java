package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;

final class ManualBackupInstance implements Behaviour {
    private static final int DEFAULT_DAYS = 7;

    @Override
    public String action() {
        return "ManualBackupInstance";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var days = (int) call.number("StorageDays", DEFAULT_DAYS);
        var task = cloud.backUp(
                        Targets.instance(call, cloud), call.text("Remark").orElse(""), days)
                .orElseThrow(() -> Targets.locked(call));
        return Json.object().put("TaskId", task.id());
    }
}
