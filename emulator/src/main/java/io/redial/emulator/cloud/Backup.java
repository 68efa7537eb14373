package io.redial.emulator.cloud;

import java.util.concurrent.TimeUnit;

/**
 * A backup made by hand.
 *
 * @param task the work that makes it
 * @param remark the caller's note
 * @param days how long it is kept
 */
public record Backup(Task task, String remark, int days) {

    /** Its id. */
    public String id() {
        return task.instance().place().network() + "-" + task.id() + "-" + task.started() / 1000;
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
