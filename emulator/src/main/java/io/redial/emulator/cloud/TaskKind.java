package io.redial.emulator.cloud;

/** The kinds of work that the cloud really does. */
public enum TaskKind {
    RESIZE("002", "redis instance resizing process"),
    CLEAR("004", "redis cache clearing process"),
    BACKUP("012", "redis instance backup process");

    private final String code;
    private final String text;

    TaskKind(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The kind as lists of tasks write it. */
    public String code() {
        return code;
    }

    /** The kind as a single task writes it. */
    public String text() {
        return text;
    }
}
