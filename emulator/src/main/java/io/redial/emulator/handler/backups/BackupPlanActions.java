package io.redial.emulator.handler.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.BackupSchedule;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** How instances are backed up of their own accord. */
final class BackupPlanActions {
    private static final int SCHEDULED = 1;

    /** The range that the document names for backups made by hand. */
    private static final int MAX_DAYS = 1825;

    private BackupPlanActions() {}

    /** The action DescribeAutoBackupConfig. */
    static ObjectNode describe(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        return response(schedule(instance, cloud)).put("BinlogStorageDays", BackupSchedule.DEFAULT_RETENTION_DAYS);
    }

    /**
     * The action ModifyAutoBackupConfig. The document says that the days of the week cannot be changed, and shows how
     * they are changed; they are.
     */
    static ObjectNode modify(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var days = call.number("BackupStorageDays", schedule(instance, cloud).retentionDays());
        if (days < 0 || days > MAX_DAYS) {
            throw call.error(
                    "The value of parameter `BackupStorageDays` must be 0 to " + MAX_DAYS + ".",
                    "InvalidParameter.InvalidParameter");
        }
        var next = new BackupSchedule(cloud.now(), weekDays(call), hour(call), (int) days);
        cloud.updateInstance(instance.id(), state -> state.with(plan(state).withSchedule(next, instance.id())));
        return response(next);
    }

    /** The action ModifyInstanceBackupMode. Without a mode, nothing changes. */
    static ObjectNode modifyMode(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var now = cloud.now();
        var mode = call.text("BackupMode");
        return TaskStarter.start(
                call,
                cloud,
                instance,
                state -> mode.map(chosen -> state.with(plan(state).withMode(chosen, now)))
                        .orElse(state));
    }

    private static BackupPlan plan(InstanceState state) {
        return state.feature(BackupPlan.DEFAULT);
    }

    private static BackupSchedule schedule(EmulatedInstance instance, Cloud cloud) {
        return plan(instance.stateAt(cloud.now())).currentSchedule(instance.id());
    }

    private static List<String> weekDays(ActionRequest call) {
        var days = call.texts("WeekDays");
        if (days.isEmpty()) {
            throw call.error(
                    "The parameter `WeekDays` must name at least one day.", "InvalidParameterValue.WeekDaysIsInvalid");
        }
        return BackupSchedule.EVERY_DAY.stream().filter(days::contains).toList();
    }

    private static int hour(ActionRequest call) {
        var period = call.requiredText("TimePeriod");
        for (var hour = 0; hour < 24; hour++) {
            if (period.equals(period(hour))) {
                return hour;
            }
        }
        throw call.error(
                "The value of parameter `TimePeriod` must be a whole hour, 00:00-01:00 to 23:00-00:00.",
                "InvalidParameter.Period");
    }

    private static String period(int hour) {
        return "%02d:00-%02d:00".formatted(hour, (hour + 1) % 24);
    }

    private static ObjectNode response(BackupSchedule timetable) {
        var answer = Json.object()
                .put("AutoBackupType", SCHEDULED)
                .put("TimePeriod", period(timetable.hour()))
                .put("BackupStorageDays", timetable.retentionDays());
        timetable.weekDays().forEach(answer.putArray("WeekDays")::add);
        return answer;
    }
}
