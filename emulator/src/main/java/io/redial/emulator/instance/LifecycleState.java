package io.redial.emulator.instance;

/** Where an instance is in its life while nothing is done to it. */
public enum LifecycleState {
    NEW(0, "To be initialized"),
    RUNNING(2, "Running"),
    ISOLATED(-2, "Isolated"),
    GONE(-3, "To be deleted");

    private final int status;
    private final String text;

    LifecycleState(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** The number that lists of instances give it. */
    public int status() {
        return status;
    }

    /** The same in words. */
    public String text() {
        return text;
    }
}
