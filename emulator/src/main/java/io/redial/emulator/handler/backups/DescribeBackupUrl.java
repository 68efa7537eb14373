package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.concurrent.TimeUnit;

/**
 * One file for each shard. Nothing can be downloaded from the addresses; they tell until when they hold, and which
 * restriction applies to them.
 */
final class DescribeBackupUrl implements ActionHandler {
    private static final long VALID_SECONDS = TimeUnit.HOURS.toSeconds(6);

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var backup = BackupLookup.require(call, instance, cloud);
        var now = cloud.now();
        if (backup.statusAt(now) != InstanceBackup.NORMAL) {
            throw call.error(
                    "The backup is in the making or has expired; DescribeInstanceBackups tells its status.",
                    "ResourceUnavailable.BackupStatusInvalid");
        }
        var restriction = DownloadRestrictionActions.of(call, cloud).limitType();
        var signature = "?sign=emulated&from=" + now / 1000 + "&until=" + (now / 1000 + VALID_SECONDS) + "&limit="
                + restriction;
        var answer = Json.object();
        var files = answer.putArray("BackupInfos");
        for (var shard = 1; shard <= backup.memory().shards(); shard++) {
            files.add(file(backup, shard, cloud.region(), signature));
        }
        return answer;
    }

    private static ObjectNode file(InstanceBackup backup, int shard, String region, String signature) {
        var name = backup.id() + "-" + backup.instance().id() + "-" + shard + ".rdb";
        return Json.object()
                .put("FileName", name)
                .put("FileSize", backup.shardBytes())
                .put("DownloadUrl", url("cos", region, name) + signature)
                .put("InnerDownloadUrl", url("cos-internal", region, name) + signature);
    }

    private static String url(String store, String region, String name) {
        return "https://redis-database-backup-1250000001." + store + "." + region + ".myqcloud.com/redis/data/" + name;
    }
}
