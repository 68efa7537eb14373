package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Between;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Backup;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import java.util.function.Predicate;

/** Lists the backups that are finished, the newest first. */
final class DescribeInstanceBackups implements Behaviour {
    private static final int NORMAL = 2;
    private static final int EXPIRED = -1;
    private static final String BY_HAND = "0";

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        if (call.has("InstanceId")) {
            Targets.instance(call, cloud);
        }
        var found = cloud.backups()
                .filter(backup -> backup.existsAt(now))
                .filter(wanted(call, now))
                .toList();
        var answer = Json.object().put("TotalCount", found.size());
        answer.set("BackupSet", Json.array(page.of(found.stream()), backup -> row(backup, cloud, now)));
        return answer;
    }

    private static Predicate<Backup> wanted(Call call, long now) {
        var id = call.text("InstanceId");
        var name = call.text("InstanceName");
        var states = call.numbers("Status");
        var between = Between.of(call);
        return backup -> id.map(backup.task().instance().id()::equals).orElse(true)
                && name.map(backup.task().instance().label().name()::contains).orElse(true)
                && (states.isEmpty() || states.contains((long) status(backup, now)))
                && between.contains(backup.task().started());
    }

    private static int status(Backup backup, long now) {
        return now < backup.expires() ? NORMAL : EXPIRED;
    }

    private static ObjectNode row(Backup backup, Cloud cloud, long now) {
        var task = backup.task();
        var instance = task.instance();
        return Json.object()
                .put("BackupId", backup.id())
                .put("BackupType", BY_HAND)
                .put("Status", status(backup, now))
                .put("Remark", backup.remark())
                .put("Locked", 0)
                .put("BackupSize", instance.memoryAt(task.started()).usedMb())
                .put("FullBackup", 0)
                .put("InstanceType", instance.stateAt(task.started()).type())
                .put("InstanceId", instance.id())
                .put("InstanceName", instance.label().name())
                .put("Region", cloud.region())
                .put("StartTime", CloudTime.text(task.started()))
                .put("EndTime", CloudTime.text(task.ends()))
                .put("ExpireTime", CloudTime.text(backup.expires()))
                .put("FileType", "RDB-Redis " + instance.stateAt(task.started()).version());
    }
}
