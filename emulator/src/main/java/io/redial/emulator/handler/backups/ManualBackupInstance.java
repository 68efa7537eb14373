package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;

/** A backup is kept as long as automatic ones of its instance, unless the call says how long. */
final class ManualBackupInstance implements ActionHandler {
    /** No document names a limit, but a cloud in memory needs one. */
    private static final int MAX_REMARK = 1024;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var remark = call.text("Remark").orElse("");
        if (remark.length() > MAX_REMARK) {
            throw call.error(
                    "The remark is longer than " + MAX_REMARK + " characters.", "InvalidParameter.InvalidParameter");
        }
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var plan = instance.stateAt(cloud.now()).feature(BackupPlan.DEFAULT);
        var days = (int)
                call.number("StorageDays", plan.currentSchedule(instance.id()).retentionDays());
        var job = TaskDefinition.withoutEffect(
                call.action().name(), ActionTaskKinds.of(call.action().name()));
        var task = cloud.startBackup(job, instance, remark, days).orElseThrow(() -> InstanceResolver.lockedError(call));
        return Json.object().put("TaskId", task.id());
    }
}
