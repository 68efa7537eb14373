package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.cloud.Life;
import io.redial.emulator.cloud.Memory;
import io.redial.emulator.door.Call;
import java.util.List;

/** The emulated instances are password-free, so any password will do. */
final class ClearInstance implements Behaviour {
    @Override
    public String action() {
        return "ClearInstance";
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var job = Job.memory(action(), WorkTable.kind(action()), Memory::cleared);
        var task = cloud.start(job, List.of(Targets.idle(Life.RUNNING, call, cloud)))
                .orElseThrow(() -> Targets.locked(call));
        return Json.object().put("TaskId", task.id());
    }
}
