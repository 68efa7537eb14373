package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.handler.TimeRange;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists backups, the newest first, those in the making included. Those of an instance go with it. */
final class DescribeInstanceBackups implements ActionHandler {
    private static final String AUTOMATIC = "1";
    private static final String MANUAL = "0";
    private static final int MAX_DAYS = 30;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var now = cloud.now();
        var wanted = wanted(call, now);
        var owners = owners(call, cloud);
        var list = new BackupList(owners, manualBackups(owners(call), cloud, now), wanted, now);
        var answer = Json.object().put("TotalCount", list.size());
        answer.set("BackupSet", Json.array(list.backupsOn(page), backup -> row(backup, cloud, now)));
        return answer;
    }

    private static List<EmulatedInstance> owners(ActionRequest call, Cloud cloud) {
        var all = call.has("InstanceId")
                ? Stream.of(InstanceResolver.resolve(call, cloud))
                : cloud.newestFirst().stream();
        return all.filter(owners(call)).toList();
    }

    private static Predicate<EmulatedInstance> owners(ActionRequest call) {
        var id = call.text("InstanceId");
        var name = call.text("InstanceName").orElse("");
        return instance -> id.map(instance.id()::equals).orElse(true)
                && instance.metadata().name().contains(name);
    }

    private static List<InstanceBackup> manualBackups(Predicate<EmulatedInstance> owners, Cloud cloud, long now) {
        return cloud.backups()
                .filter(backup -> !backup.isFailedAt(now))
                .flatMap(backup -> cloud
                        .instance(backup.task().instance().id())
                        .filter(owners)
                        .map(owner -> InstanceBackup.of(backup, owner))
                        .stream())
                .toList();
    }

    private static Predicate<InstanceBackup> wanted(ActionRequest call, long now) {
        var states = call.numbers("Status");
        var between = TimeRange.of(call);
        if (call.has("BeginTime")
                && call.has("EndTime")
                && between.end() - between.begin() > TimeUnit.DAYS.toMillis(MAX_DAYS) + 999) {
            throw call.error(
                    "From `BeginTime` to `EndTime` are more than " + MAX_DAYS + " days; ask for less at a time.",
                    "InvalidParameter.InvalidParameter");
        }
        return backup -> (states.isEmpty() || states.contains((long) backup.statusAt(now)))
                && between.contains(backup.started());
    }

    private static ObjectNode row(InstanceBackup backup, Cloud cloud, long now) {
        var status = backup.statusAt(now);
        var version = backup.state().withType(backup.type()).version();
        return Json.object()
                .put("BackupId", backup.id())
                .put("BackupType", backup.manual() ? MANUAL : AUTOMATIC)
                .put("Status", status)
                .put("Remark", backup.remark())
                .put("Locked", status == InstanceBackup.IN_PROGRESS ? 1 : 0)
                .put("BackupSize", backup.bytes())
                .put("FullBackup", 0)
                .put("InstanceType", backup.type())
                .put("InstanceId", backup.instance().id())
                .put("InstanceName", backup.instance().metadata().name())
                .put("Region", cloud.region())
                .put("StartTime", ApiTime.format(backup.started()))
                .put("EndTime", backup.endText(now))
                .put("ExpireTime", ApiTime.format(backup.expiresAt()))
                .put("FileType", "RDB-Redis " + version);
    }
}
