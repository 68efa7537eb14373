package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Between;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Page;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists backups, the newest first, those in the making included. Those of an instance go with it. */
final class DescribeInstanceBackups implements Behaviour {
    private static final String AUTOMATIC = "1";
    private static final String BY_HAND = "0";
    private static final int MAX_DAYS = 30;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var page = Page.of(call);
        var now = cloud.now();
        var wanted = wanted(call, now);
        var owners = owners(call, cloud);
        var list = new BackupList(owners, byHand(owners(call), cloud, now), wanted, now);
        var answer = Json.object().put("TotalCount", list.size());
        answer.set("BackupSet", Json.array(list.on(page), backup -> row(backup, cloud, now)));
        return answer;
    }

    private static List<Instance> owners(Call call, Cloud cloud) {
        var all = call.has("InstanceId") ? Stream.of(Targets.instance(call, cloud)) : cloud.newestFirst().stream();
        return all.filter(owners(call)).toList();
    }

    private static Predicate<Instance> owners(Call call) {
        var id = call.text("InstanceId");
        var name = call.text("InstanceName").orElse("");
        return instance -> id.map(instance.id()::equals).orElse(true)
                && instance.label().name().contains(name);
    }

    private static List<KnownBackup> byHand(Predicate<Instance> owners, Cloud cloud, long now) {
        return cloud.backups()
                .filter(backup -> !backup.isLostAt(now))
                .flatMap(backup -> cloud
                        .instance(backup.task().instance().id())
                        .filter(owners)
                        .map(owner -> KnownBackup.of(backup, owner))
                        .stream())
                .toList();
    }

    private static Predicate<KnownBackup> wanted(Call call, long now) {
        var states = call.numbers("Status");
        var between = Between.of(call);
        if (call.has("BeginTime")
                && call.has("EndTime")
                && between.end() - between.begin() > TimeUnit.DAYS.toMillis(MAX_DAYS) + 999) {
            throw call.refusal(
                    "From `BeginTime` to `EndTime` are more than " + MAX_DAYS + " days; ask for less at a time.",
                    "InvalidParameter.InvalidParameter");
        }
        return backup -> (states.isEmpty() || states.contains((long) backup.statusAt(now)))
                && between.contains(backup.started());
    }

    private static ObjectNode row(KnownBackup backup, Cloud cloud, long now) {
        var status = backup.statusAt(now);
        var version = backup.state().withType(backup.type()).version();
        return Json.object()
                .put("BackupId", backup.id())
                .put("BackupType", backup.byHand() ? BY_HAND : AUTOMATIC)
                .put("Status", status)
                .put("Remark", backup.remark())
                .put("Locked", status == KnownBackup.IN_THE_MAKING ? 1 : 0)
                .put("BackupSize", backup.bytes())
                .put("FullBackup", 0)
                .put("InstanceType", backup.type())
                .put("InstanceId", backup.instance().id())
                .put("InstanceName", backup.instance().label().name())
                .put("Region", cloud.region())
                .put("StartTime", CloudTime.text(backup.started()))
                .put("EndTime", backup.endText(now))
                .put("ExpireTime", CloudTime.text(backup.expires()))
                .put("FileType", "RDB-Redis " + version);
    }
}
