package io.redial.core;

/** What happens when a call is sent twice. */
public enum Effect {
    /** Nothing changes at all. */
    READ,
    /** The second call leaves everything as the first one did. */
    IDEMPOTENT_WRITE,
    /** The second call may do the work, or cost the money, a second time. */
    WRITE;

    /** Whether a call that may have arrived can be sent again without harm. */
    public boolean repeatable() {
        return this != WRITE;
    }
}
