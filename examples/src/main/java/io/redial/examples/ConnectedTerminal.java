package io.redial.examples;

import java.io.IOException;
import org.jline.terminal.TerminalBuilder;

/** Finds out about the terminal that the program talks to. */
final class ConnectedTerminal {
    private static final int DEFAULT_COLUMNS = 80;

    private ConnectedTerminal() {}

    /** Whether there is one on which a line can be drawn anew. */
    static boolean isAvailable() {
        return isInteractive() && !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * How wide it is.
     *
     * <p>The bar could find this out by itself, but would reset the handling of signals, so that Ctrl-C ends the process
     * without last words. The terminal is not closed here, because the output would be closed with it.
     */
    static int columns() {
        try {
            var columns = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .nativeSignals(false)
                    .build()
                    .getWidth();
            return columns > 0 ? columns : DEFAULT_COLUMNS;
        } catch (IOException e) {
            return DEFAULT_COLUMNS;
        }
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
