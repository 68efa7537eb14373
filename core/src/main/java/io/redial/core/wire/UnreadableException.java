package io.redial.core.wire;

/** The bytes are not the JSON that was expected. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Describes what does not fit. */
    public UnreadableException(String problem) {
        super(problem);
    }

    UnreadableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
