package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Memory;

/** The instance keeps its size and holds the data of the backup again. Backups of other instances will not do. */
final class RestoreInstance implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var now = cloud.now();
        var backup = BackupLookup.named(call, instance, cloud);
        there(backup.statusAt(now), call);
        var data = backup.memory().totalUsedMb();
        room(data, instance.memoryAt(now), call);
        return Work.start(
                call, cloud, instance, state -> state.with(state.memory().holding(data)));
    }

    private static void there(int status, Call call) {
        if (status == KnownBackup.IN_THE_MAKING) {
            throw call.refusal(
                    "The backup is still in the making; restore it when its status is 2.",
                    "ResourceUnavailable.BackupLockedError");
        }
        if (status == KnownBackup.EXPIRED) {
            throw call.refusal(
                    "The backup has expired; restore one whose status is 2.",
                    "ResourceUnavailable.BackupStatusAbnormal");
        }
    }

    private static void room(int data, Memory memory, Call call) {
        if (data > memory.totalMb()) {
            throw call.refusal(
                    "The backup holds " + data + " MB and the instance has " + memory.totalMb()
                            + " MB; UpgradeInstance makes it larger.",
                    "ResourceUnavailable.BackupSpecError");
        }
    }
}
