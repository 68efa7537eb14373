package io.redial.examples;

/** Finds out whether the program talks to a terminal. */
final class ConnectedTerminal {
    private ConnectedTerminal() {}

    static boolean isThere() {
        return isInteractive() && !"dumb".equals(System.getenv("TERM"));
    }

    /** Up to Java 21 a console is there only if it is a terminal; since Java 22 it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return Runtime.version().feature() < 22;
        }
    }
}
