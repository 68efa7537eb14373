package io.redial.emulator.behaviour.backups;

import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Ids;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Timetable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The backups of an instance that its timetable has brought about. They are not stored but worked out of the timetables
 * and the time, and always come out the same. When one expires it is gone. They lock nothing.
 *
 * @param instance the instance
 * @param state what it is like now
 * @param timetables by which it is and was backed up, the latest last
 * @param now the present time, in milliseconds since 1970
 */
record AutomaticBackups(Instance instance, State state, List<Timetable> timetables, long now) {
    /** No task has this number. */
    static final long NUMBER = 1_000_000_000;

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final long ZONE = TimeUnit.HOURS.toMillis(8);

    /** The day 0, in 1970, was a Thursday. */
    private static final int THURSDAY = 3;

    /** A backup begins within its hour, and not so late that it would end in the next. */
    private static final long SECONDS = 3_500;

    private static final long SHORTEST_SECONDS = 20;
    private static final long MORE_SECONDS = 60;

    static AutomaticBackups of(Instance instance, long now) {
        var state = instance.stateAt(now);
        return new AutomaticBackups(
                instance, state, state.feature(BackupPlan.USUAL).timetables(instance.id()), now);
    }

    /** The number of the day, in UTC+8, to which a time belongs. */
    static long day(long millis) {
        return Math.floorDiv(millis + ZONE, DAY);
    }

    /** The first day on which a backup may have begun that is still there. */
    long firstDay() {
        var days = timetables.stream().mapToInt(Timetable::days).max().orElse(0);
        return Math.max(day(instance.created()), day(now) - days);
    }

    /** The backups that began on that day and are still there. */
    void on(long day, Consumer<KnownBackup> found) {
        for (var i = 0; i < timetables.size(); i++) {
            var timetable = timetables.get(i);
            var until = i + 1 < timetables.size() ? timetables.get(i + 1).from() : Long.MAX_VALUE;
            var start = start(day, timetable);
            if (start <= now
                    && start > instance.created()
                    && start >= timetable.from()
                    && start < until
                    && now < start + timetable.days() * DAY
                    && runs(timetable, day)) {
                found.accept(backup(start, timetable.days()));
            }
        }
    }

    private long start(long day, Timetable timetable) {
        var second = Math.floorMod(Ids.hash(instance.id()) >> 8, SECONDS);
        return day * DAY - ZONE + TimeUnit.HOURS.toMillis(timetable.hour()) + TimeUnit.SECONDS.toMillis(second);
    }

    private static boolean runs(Timetable timetable, long day) {
        return timetable.weekDays().contains(Timetable.EVERY_DAY.get((int)
                Math.floorMod(day + THURSDAY, (long) Timetable.EVERY_DAY.size())));
    }

    private KnownBackup backup(long start, int days) {
        var seconds = SHORTEST_SECONDS + Math.floorMod(Ids.hash(instance.id()) >> 16, MORE_SECONDS);
        return new KnownBackup(
                instance, state, false, NUMBER, "", start, start + TimeUnit.SECONDS.toMillis(seconds), days);
    }
}
