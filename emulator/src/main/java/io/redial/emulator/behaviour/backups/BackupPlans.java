package io.redial.emulator.behaviour.backups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Timetable;
import java.util.List;

/** How instances are backed up of their own accord. */
final class BackupPlans {
    private static final int SCHEDULED = 1;

    /** The range that the document names for backups made by hand. */
    private static final int MAX_DAYS = 1825;

    private BackupPlans() {}

    /** The action DescribeAutoBackupConfig. */
    static ObjectNode describe(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        return answer(timetable(instance, cloud)).put("BinlogStorageDays", Timetable.USUAL_DAYS);
    }

    /**
     * The action ModifyAutoBackupConfig. The document says that the days of the week cannot be changed, and shows how
     * they are changed; they are.
     */
    static ObjectNode modify(Call call, Cloud cloud) {
        var instance = Targets.instance(call, cloud);
        var days = call.number("BackupStorageDays", timetable(instance, cloud).days());
        if (days < 0 || days > MAX_DAYS) {
            throw call.refusal(
                    "The value of parameter `BackupStorageDays` must be 0 to " + MAX_DAYS + ".",
                    "InvalidParameter.InvalidParameter");
        }
        var next = new Timetable(cloud.now(), weekDays(call), hour(call), (int) days);
        cloud.alter(instance.id(), state -> state.with(plan(state).by(next, instance.id())));
        return answer(next);
    }

    /** The action ModifyInstanceBackupMode. Without a mode, nothing changes. */
    static ObjectNode mode(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var now = cloud.now();
        var mode = call.text("BackupMode");
        return Work.start(
                call,
                cloud,
                instance,
                state -> mode.map(chosen -> state.with(plan(state).in(chosen, now)))
                        .orElse(state));
    }

    private static BackupPlan plan(State state) {
        return state.feature(BackupPlan.USUAL);
    }

    private static Timetable timetable(Instance instance, Cloud cloud) {
        return plan(instance.stateAt(cloud.now())).timetable(instance.id());
    }

    private static List<String> weekDays(Call call) {
        var days = call.texts("WeekDays");
        if (days.isEmpty()) {
            throw call.refusal(
                    "The parameter `WeekDays` must name at least one day.", "InvalidParameterValue.WeekDaysIsInvalid");
        }
        return Timetable.EVERY_DAY.stream().filter(days::contains).toList();
    }

    private static int hour(Call call) {
        var period = call.requiredText("TimePeriod");
        for (var hour = 0; hour < 24; hour++) {
            if (period.equals(period(hour))) {
                return hour;
            }
        }
        throw call.refusal(
                "The value of parameter `TimePeriod` must be a whole hour, 00:00-01:00 to 23:00-00:00.",
                "InvalidParameter.Period");
    }

    private static String period(int hour) {
        return "%02d:00-%02d:00".formatted(hour, (hour + 1) % 24);
    }

    private static ObjectNode answer(Timetable timetable) {
        var answer = Json.object()
                .put("AutoBackupType", SCHEDULED)
                .put("TimePeriod", period(timetable.hour()))
                .put("BackupStorageDays", timetable.days());
        timetable.weekDays().forEach(answer.putArray("WeekDays")::add);
        return answer;
    }
}
