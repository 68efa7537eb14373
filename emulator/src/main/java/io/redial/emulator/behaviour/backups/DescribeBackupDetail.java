package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;

/** One backup. The document gives the two types of backups the opposite numbers of those in lists. */
final class DescribeBackupDetail implements Behaviour {
    private static final String AUTOMATIC = "0";
    private static final String BY_HAND = "1";

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var now = cloud.now();
        var backup = BackupLookup.named(call, Targets.instance(call, cloud), cloud);
        var status = backup.statusAt(now);
        var memory = backup.memory();
        return Json.object()
                .put("BackupId", backup.id())
                .put("StartTime", CloudTime.text(backup.started()))
                .put("EndTime", backup.endText(now))
                .put("BackupType", backup.byHand() ? BY_HAND : AUTOMATIC)
                .put("Status", status)
                .put("Remark", backup.remark())
                .put("Locked", status == KnownBackup.IN_THE_MAKING ? 1 : 0)
                .put("BackupSize", backup.bytes())
                .put("InstanceType", backup.type())
                .put("MemSize", memory.shardMb())
                .put("ShardNum", memory.shards())
                .put("ReplicasNum", memory.replicas());
    }
}
