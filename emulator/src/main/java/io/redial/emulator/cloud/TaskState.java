package io.redial.emulator.cloud;

/** The states of a task. */
public enum TaskState {
    PREPARING("preparing", 0),
    RUNNING("running", 1),
    SUCCEEDED("succeed", 2),
    FAILED("failed", 4),
    ERROR("Error", 4);

    private final String status;
    private final int result;

    TaskState(String status, int result) {
        this.status = status;
        this.result = result;
    }

    /** The state as a single task writes it. */
    public String status() {
        return status;
    }

    /** The state as lists of tasks write it. */
    public int result() {
        return result;
    }

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == ERROR;
    }
}
