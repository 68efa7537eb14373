package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import java.util.concurrent.TimeUnit;

/**
 * One file for each shard. Nothing can be downloaded from the addresses; they tell until when they hold, and which
 * restriction applies to them.
 */
final class DescribeBackupUrl implements Behaviour {
    private static final long VALID_SECONDS = TimeUnit.HOURS.toSeconds(6);

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var backup = BackupLookup.named(call, instance, cloud);
        var now = cloud.now();
        if (backup.statusAt(now) != KnownBackup.NORMAL) {
            throw call.refusal(
                    "The backup is in the making or has expired; DescribeInstanceBackups tells its status.",
                    "ResourceUnavailable.BackupStatusInvalid");
        }
        var restriction = Restrictions.of(call, cloud).limitType();
        var signature = "?sign=emulated&from=" + now / 1000 + "&until=" + (now / 1000 + VALID_SECONDS) + "&limit="
                + restriction;
        var answer = Json.object();
        var files = answer.putArray("BackupInfos");
        for (var shard = 1; shard <= backup.memory().shards(); shard++) {
            files.add(file(backup, shard, cloud.region(), signature));
        }
        return answer;
    }

    private static ObjectNode file(KnownBackup backup, int shard, String region, String signature) {
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
