package io.redial.emulator.instance;

import java.util.ArrayList;
import java.util.List;

/**
 * How an instance is backed up.
 *
 * @param mode the mode as the API writes it
 * @param since when that mode was chosen, in milliseconds since 1970
 * @param schedules by which it is and was backed up, the latest last; none as long as that is as usual
 */
public record BackupPlan(String mode, long since, List<BackupSchedule> schedules) implements Feature {
    /** Every second of the last days can be restored. */
    public static final String SECOND_LEVEL = "SecondLevelBackup";

    /** What every instance begins with. */
    public static final BackupPlan DEFAULT = new BackupPlan("NormalLevelBackup", 0, List.of());

    /** What backups were made by earlier ones still shows, but only for so many of them. */
    private static final int MAX_SCHEDULES = 32;

    /** Keeps a copy of the list. */
    public BackupPlan {
        schedules = List.copyOf(schedules);
    }

    /** Whether every second can be restored. */
    public boolean isSecondLevel() {
        return mode.equals(SECOND_LEVEL);
    }

    /** The timetables by which the instance with that id is and was backed up, the latest last. */
    public List<BackupSchedule> schedulesFor(String instanceId) {
        return schedules.isEmpty() ? List.of(BackupSchedule.defaultFor(instanceId)) : schedules;
    }

    /** The timetable by which the instance with that id is backed up. */
    public BackupSchedule currentSchedule(String instanceId) {
        var all = schedulesFor(instanceId);
        return all.get(all.size() - 1);
    }

    /** The same in that mode, since that time unless it already was. */
    public BackupPlan withMode(String other, long now) {
        return other.equals(mode) ? this : new BackupPlan(other, now, schedules);
    }

    /** The same for the instance with that id, but by another timetable from now on. */
    public BackupPlan withSchedule(BackupSchedule next, String instanceId) {
        var all = new ArrayList<>(schedulesFor(instanceId));
        all.add(next);
        return new BackupPlan(mode, since, all.subList(Math.max(0, all.size() - MAX_SCHEDULES), all.size()));
    }
}
