package io.redial.benchmarks.sidebyside;

import java.io.IOException;

/** How a JVM ends that another has started: at the first failure, and with the other at the latest, whatever ends that. */
final class ChildEnd {
    private ChildEnd() {}

    /** Watches beside the thread that calls this, whose failure ends the JVM, too. */
    static void watch() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> failed(error));
        var watch = new Thread(ChildEnd::await, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Waits for the end of the other JVM, and ends. */
    static void await() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here; only the end counts.
            }
        } catch (IOException e) {
            // As good as the end
        }
        now();
    }

    /** Not every client lets go of its threads. */
    static void now() {
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    static void failed(Throwable error) {
        error.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
