package io.redial.emulator.instance;

/**
 * Work that waits for the maintenance window to switch the instance over. It stands in the state before the work.
 *
 * @param readyAt when it has nothing left to do but to switch, in milliseconds since 1970; 0 if it does not wait
 * @param taskId the id of its task
 * @param orderId the id of the order that it belongs to, or 0
 */
public record PendingSwitch(long readyAt, long taskId, long orderId) implements Feature {
    /** Nothing waits. */
    public static final PendingSwitch NONE = new PendingSwitch(0, 0, 0);

    /** Whether work waits for nothing but the window at that time. */
    public boolean isReadyAt(long now) {
        return readyAt > 0 && readyAt <= now;
    }
}
