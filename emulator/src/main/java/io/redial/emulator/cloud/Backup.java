package io.redial.emulator.cloud;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A backup made by hand.
 *
 * @param task the work that makes it
 * @param remark the caller's note
 * @param days how long it is kept
 */
public record Backup(Task task, String remark, int days) {
    private static final Pattern ID = Pattern.compile("\\d{1,9}-(\\d{1,18})-\\d{1,18}");

    /** The task that makes the backup with that id, whether there is one or not; empty if the id is none. */
    public static Optional<Long> taskOf(String id) {
        var parts = ID.matcher(id);
        return parts.matches() ? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
    }

    Backup resumed(Pause pause) {
        return new Backup(task.resumed(pause), remark, days);
    }

    /** Its id. */
    public String id() {
        return task.instance().state().address().network() + "-" + task.id() + "-" + task.started() / 1000;
    }

    /** Whether it is there by that time. */
    public boolean existsAt(long now) {
        return task.stateAt(now) == TaskState.SUCCEEDED;
    }

    /** When it is thrown away, in milliseconds since 1970. */
    public long expires() {
        return task.ends() + TimeUnit.DAYS.toMillis(days);
    }
}
