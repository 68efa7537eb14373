package io.redial.emulator.instance;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The time of day at which an instance may be switched over, in UTC+8.
 *
 * @param start its first minute, {@code hh:mm}
 * @param end the minute after its last one, {@code hh:mm}, later than the start
 */
public record MaintenanceWindow(String start, String end) implements Feature {
    /** What every instance begins with. */
    public static final MaintenanceWindow DEFAULT = new MaintenanceWindow("03:00", "06:00");

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /** The first moment from {@code now} on that lies in the window; both in milliseconds since 1970. */
    public long nextOpening(long now) {
        var time = Instant.ofEpochMilli(now).atOffset(ZONE);
        var from = LocalTime.parse(start);
        if (!time.toLocalTime().isBefore(from) && time.toLocalTime().isBefore(LocalTime.parse(end))) {
            return now;
        }
        var today = time.with(from);
        return (today.isBefore(time) ? today.plusDays(1) : today).toInstant().toEpochMilli();
    }
}
