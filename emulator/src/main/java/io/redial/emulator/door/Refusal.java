package io.redial.emulator.door;

/** The answer is an error: a documented code and a message for people. */
public final class Refusal extends RuntimeException {
    /** The code of a refusal by quota, whatever a door calls it on the wire. */
    public static final String QUOTA = "RequestLimitExceeded";

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Turns a request away with a documented code. */
    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The error code, as API 3.0 has it; the other doors translate those that they know. */
    public String code() {
        return code;
    }

    /** What went wrong, in a sentence. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
