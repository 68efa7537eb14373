package io.redial.emulator.handler.backups;

import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.BackupSchedule;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.instance.InstanceState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The backups of an instance that its timetable has brought about. They are not stored but worked out of the timetables
 * and the time, and always come out the same. When one expires it is gone. They lock nothing.
 *
 * @param instance the instance
 * @param state what it is like now
 * @param schedules by which it is and was backed up, the latest last
 * @param hash the number that its seconds are made out of
 * @param now the present time, in milliseconds since 1970
 */
record AutomaticBackups(
        EmulatedInstance instance, InstanceState state, List<BackupSchedule> schedules, long hash, long now) {
    /** No task has this number. */
    static final long NUMBER = 1_000_000_000;

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long ZONE = TimeUnit.HOURS.toMillis(8);

    /** The day 0, in 1970, was a Thursday. */
    private static final int THURSDAY = 3;

    /** A backup begins within its hour, and not so late that it would end in the next. */
    private static final long SECONDS = 3_500;

    private static final long MIN_SECONDS = 20;
    private static final long MORE_SECONDS = 60;

    static AutomaticBackups of(EmulatedInstance instance, long now) {
        var state = instance.stateAt(now);
        var timetables = state.feature(BackupPlan.DEFAULT).schedulesFor(instance.id());
        return new AutomaticBackups(instance, state, timetables, IdGenerator.hash(instance.id()), now);
    }

    /** The number of the day, in UTC+8, to which a time belongs. */
    static long dayOf(long millis) {
        return Math.floorDiv(millis + ZONE, DAY);
    }

    /** The first day on which a backup may have begun that is still there. */
    long firstDay() {
        var days = 0;
        for (var timetable : schedules) {
            days = Math.max(days, timetable.retentionDays());
        }
        return Math.max(dayOf(instance.created()), dayOf(now) - days);
    }

    /** The backups that began on that day and are still there. */
    void forEachOnDay(long day, Consumer<InstanceBackup> found) {
        for (var i = 0; i < schedules.size(); i++) {
            var timetable = schedules.get(i);
            var until = i + 1 < schedules.size() ? schedules.get(i + 1).from() : Long.MAX_VALUE;
            var start = start(day, timetable);
            if (start <= now
                    && start > instance.created()
                    && start >= timetable.from()
                    && start < until
                    && now < start + timetable.retentionDays() * DAY
                    && isScheduledOn(timetable, day)) {
                found.accept(backup(start, timetable.retentionDays()));
            }
        }
    }

    private long start(long day, BackupSchedule timetable) {
        var second = Math.floorMod(hash >> 8, SECONDS);
        return day * DAY - ZONE + TimeUnit.HOURS.toMillis(timetable.hour()) + TimeUnit.SECONDS.toMillis(second);
    }

    private static boolean isScheduledOn(BackupSchedule timetable, long day) {
        return timetable.weekDays().contains(BackupSchedule.EVERY_DAY.get((int)
                Math.floorMod(day + THURSDAY, (long) BackupSchedule.EVERY_DAY.size())));
    }

    private InstanceBackup backup(long start, int days) {
        var seconds = MIN_SECONDS + Math.floorMod(hash >> 16, MORE_SECONDS);
        return new InstanceBackup(
                instance, state, false, NUMBER, "", start, start + TimeUnit.SECONDS.toMillis(seconds), days);
    }
}
