package io.redial.emulator.door;

/** The answer is an error: a documented code and a message for people. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** Turns a request away with a documented code. */
    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The documented error code. */
    public String code() {
        return code;
    }

    /** What went wrong, in a sentence. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
