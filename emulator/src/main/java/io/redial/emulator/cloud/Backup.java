package io.redial.emulator.cloud;

/**
 * A backup made by hand.
 *
 * @param task the work that makes it
 * @param remark the caller's note
 * @param days how long it is kept
 */
public record Backup(Task task, String remark, int days) {

    Backup resumed(Pause pause) {
        return new Backup(task.resumed(pause), remark, days);
    }

    /** Whether its making failed by that time, so that there is no backup. */
    public boolean isLostAt(long now) {
        var state = task.stateAt(now);
        return state == TaskState.FAILED || state == TaskState.ERROR;
    }
}
