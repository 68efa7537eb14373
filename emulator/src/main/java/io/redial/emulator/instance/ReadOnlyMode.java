package io.redial.emulator.instance;

/**
 * Whether an instance can be written to.
 *
 * @param readOnly whether it cannot
 */
public record ReadOnlyMode(boolean readOnly) implements Feature {
    /** What every instance begins with. */
    public static final ReadOnlyMode DEFAULT = new ReadOnlyMode(false);
}
