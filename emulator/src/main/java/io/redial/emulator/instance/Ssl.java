package io.redial.emulator.instance;

/**
 * Whether an instance speaks TLS.
 *
 * @param on whether it does
 * @param task the latest task that changes this, or 0
 */
public record Ssl(boolean on, long task) implements Feature {
    /** What every instance begins with. */
    public static final Ssl USUAL = new Ssl(false, 0);

    /** The same, turned on or off. */
    public Ssl turned(boolean other) {
        return new Ssl(other, task);
    }

    /** The same, about to be changed by that task. */
    public Ssl changedBy(long other) {
        return new Ssl(on, other);
    }
}
