package io.redial.emulator.instance;

/**
 * Whether an instance speaks TLS.
 *
 * @param enabled whether it does
 * @param taskId the latest task that changes this, or 0
 */
public record Ssl(boolean enabled, long taskId) implements Feature {
    /** What every instance begins with. */
    public static final Ssl DEFAULT = new Ssl(false, 0);

    /** The same, turned on or off. */
    public Ssl withEnabled(boolean other) {
        return new Ssl(other, taskId);
    }

    /** The same, about to be changed by that task. */
    public Ssl withTaskId(long other) {
        return new Ssl(enabled, other);
    }
}
