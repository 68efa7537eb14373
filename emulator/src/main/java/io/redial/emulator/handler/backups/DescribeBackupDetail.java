package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;

/** One backup. The document gives the two types of backups the opposite numbers of those in lists. */
final class DescribeBackupDetail implements ActionHandler {
    private static final String AUTOMATIC = "0";
    private static final String MANUAL = "1";

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var now = cloud.now();
        var backup = BackupLookup.require(call, InstanceResolver.resolve(call, cloud), cloud);
        var status = backup.statusAt(now);
        var memory = backup.memory();
        return Json.object()
                .put("BackupId", backup.id())
                .put("StartTime", ApiTime.format(backup.started()))
                .put("EndTime", backup.endText(now))
                .put("BackupType", backup.manual() ? MANUAL : AUTOMATIC)
                .put("Status", status)
                .put("Remark", backup.remark())
                .put("Locked", status == InstanceBackup.IN_PROGRESS ? 1 : 0)
                .put("BackupSize", backup.bytes())
                .put("InstanceType", backup.type())
                .put("MemSize", memory.shardMb())
                .put("ShardNum", memory.shards())
                .put("ReplicasNum", memory.replicas());
    }
}
