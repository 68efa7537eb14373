package io.redial.emulator.cloud;

/**
 * A backup made by hand.
 *
 * @param task the work that makes it
 * @param remark the caller's note
 * @param retentionDays how long it is kept
 */
public record ManualBackup(EmulatedTask task, String remark, int retentionDays) {

    ManualBackup shiftedBy(TimeShift pause) {
        return new ManualBackup(task.shiftedBy(pause), remark, retentionDays);
    }

    /** Whether its making failed by that time, so that there is no backup. */
    public boolean isFailedAt(long now) {
        var state = task.stateAt(now);
        return state == TaskState.FAILED || state == TaskState.ERROR;
    }
}
