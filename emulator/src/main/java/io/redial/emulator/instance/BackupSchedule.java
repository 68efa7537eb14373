package io.redial.emulator.instance;

import java.util.List;

/**
 * When an instance is backed up of its own accord.
 *
 * @param from since when this holds, in milliseconds since 1970
 * @param weekDays the days of the week, as the API writes them
 * @param hour the hour in which a backup begins, 0 to 23, in UTC+8
 * @param retentionDays how long backups are kept
 */
public record BackupSchedule(long from, List<String> weekDays, int hour, int retentionDays) {
    /** Every day of the week, the first one being Monday. */
    public static final List<String> EVERY_DAY =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** How long backups are kept unless another time is asked for. */
    public static final int DEFAULT_RETENTION_DAYS = 7;

    private static final int NIGHT_HOURS = 6;

    /** Keeps a copy of the list. */
    public BackupSchedule {
        weekDays = List.copyOf(weekDays);
    }

    /** What an instance begins with: once a night, at an hour that depends on its id. */
    public static BackupSchedule defaultFor(String instanceId) {
        var hour = (int) Math.floorMod(IdGenerator.hash(instanceId), (long) NIGHT_HOURS);
        return new BackupSchedule(0, EVERY_DAY, hour, DEFAULT_RETENTION_DAYS);
    }
}
