package io.redial.emulator.protocol;

/** The answer is an error: a documented code and a message for people. */
public final class ApiError extends RuntimeException {
    /** The code of a refusal by quota, whatever a door calls it on the wire. */
    public static final String REQUEST_LIMIT_EXCEEDED = "RequestLimitExceeded";

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Turns a request away with a documented code. */
    public ApiError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The error code, as API 3.0 has it; the other doors translate those that they know. */
    public String code() {
        return code;
    }

    /** What went wrong, in a sentence. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
