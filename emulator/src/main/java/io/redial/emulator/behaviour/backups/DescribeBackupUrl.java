package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Backup;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.door.Refusal;
import java.util.stream.IntStream;

/** One file for each shard. Nothing can be downloaded from the addresses. */
final class DescribeBackupUrl implements Behaviour {
    private static final long BYTES_PER_MB = 1024 * 1024;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var backup = Backup.taskOf(call.requiredText("BackupId"))
                .flatMap(cloud::backup)
                .filter(found -> found.id().equals(call.requiredText("BackupId"))
                        && found.task().instance().id().equals(instance.id()))
                .orElseThrow(() -> unknown(call));
        var now = cloud.now();
        if (!backup.task().stateAt(now).isFinal()) {
            throw call.refusal("The backup is not finished.", "ResourceUnavailable.BackupStatusInvalid");
        }
        if (!backup.existsAt(now) || now >= backup.expires()) {
            throw unknown(call);
        }
        var answer = Json.object();
        var files = answer.putArray("BackupInfos");
        var memory = backup.task().instance().memoryAt(backup.task().started());
        IntStream.rangeClosed(1, memory.shards())
                .mapToObj(shard -> file(backup, shard, memory.usedMb() * BYTES_PER_MB, cloud.region()))
                .forEach(files::add);
        return answer;
    }

    private static Refusal unknown(Call call) {
        return call.refusal("There is no such backup of this instance.", "InvalidParameterValue.BackupNotExists");
    }

    private static ObjectNode file(Backup backup, int shard, long bytes, String region) {
        var name = backup.id() + "-" + backup.task().instance().id() + "-" + shard + ".rdb";
        return Json.object()
                .put("FileName", name)
                .put("FileSize", bytes)
                .put("DownloadUrl", url("cos", region, name))
                .put("InnerDownloadUrl", url("cos-internal", region, name));
    }

    private static String url(String store, String region, String name) {
        return "https://redis-database-backup-1250000001." + store + "." + region + ".myqcloud.com/redis/data/" + name
                + "?sign=emulated";
    }
}
