package io.redial.emulator.instance;

/**
 * Whether an instance can be written to.
 *
 * @param readOnly whether it cannot
 */
public record InputMode(boolean readOnly) implements Feature {
    /** What every instance begins with. */
    public static final InputMode USUAL = new InputMode(false);
}
