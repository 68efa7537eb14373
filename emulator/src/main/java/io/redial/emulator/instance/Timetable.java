package io.redial.emulator.instance;

import java.util.List;

/**
 * When an instance is backed up of its own accord.
 *
 * @param from since when this holds, in milliseconds since 1970
 * @param weekDays the days of the week, as the API writes them
 * @param hour the hour in which a backup begins, 0 to 23, in UTC+8
 * @param days how long backups are kept
 */
public record Timetable(long from, List<String> weekDays, int hour, int days) {
    /** Every day of the week, the first one being Monday. */
    public static final List<String> EVERY_DAY =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** How long backups are kept unless another time is asked for. */
    public static final int USUAL_DAYS = 7;

    private static final int NIGHT_HOURS = 6;

    /** Keeps a copy of the list. */
    public Timetable {
        weekDays = List.copyOf(weekDays);
    }

    /** What an instance begins with: once a night, at an hour that depends on its id. */
    public static Timetable usual(String instanceId) {
        var hour = (int) Math.floorMod(Ids.hash(instanceId), (long) NIGHT_HOURS);
        return new Timetable(0, EVERY_DAY, hour, USUAL_DAYS);
    }
}
