package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Life;

/** A backup is kept as long as automatic ones of its instance, unless the call says how long. */
final class ManualBackupInstance implements Behaviour {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_REMARK = 1024;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var remark = call.text("Remark").orElse("");
        if (remark.length() > MAX_REMARK) {
            throw call.refusal(
                    "The remark is longer than " + MAX_REMARK + " characters.", "InvalidParameter.InvalidParameter");
        }
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var plan = instance.stateAt(cloud.now()).feature(BackupPlan.USUAL);
        var days =
                (int) call.number("StorageDays", plan.timetable(instance.id()).days());
        var job = Job.unseen(call.action().name(), WorkTable.kind(call.action().name()));
        var task = cloud.backUp(job, instance, remark, days).orElseThrow(() -> Targets.locked(call));
        return Json.object().put("TaskId", task.id());
    }
}
