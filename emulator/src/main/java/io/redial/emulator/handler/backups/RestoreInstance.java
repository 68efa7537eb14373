package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.protocol.ActionRequest;

/** The instance keeps its size and holds the data of the backup again. Backups of other instances will not do. */
final class RestoreInstance implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var now = cloud.now();
        var backup = BackupLookup.require(call, instance, cloud);
        there(backup.statusAt(now), call);
        var data = backup.memory().totalUsedMb();
        room(data, instance.memoryAt(now), call);
        return TaskStarter.start(
                call, cloud, instance, state -> state.with(state.memory().withDataMb(data)));
    }

    private static void there(int status, ActionRequest call) {
        if (status == InstanceBackup.IN_PROGRESS) {
            throw call.error(
                    "The backup is still in the making; restore it when its status is 2.",
                    "ResourceUnavailable.BackupLockedError");
        }
        if (status == InstanceBackup.EXPIRED) {
            throw call.error(
                    "The backup has expired; restore one whose status is 2.",
                    "ResourceUnavailable.BackupStatusAbnormal");
        }
    }

    private static void room(int data, Memory memory, ActionRequest call) {
        if (data > memory.totalMb()) {
            throw call.error(
                    "The backup holds " + data + " MB and the instance has " + memory.totalMb()
                            + " MB; UpgradeInstance makes it larger.",
                    "ResourceUnavailable.BackupSpecError");
        }
    }
}
