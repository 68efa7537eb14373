package io.redial.benchmarks.sidebyside;

import java.io.IOException;

/** How a JVM ends that another has started: at the first failure, and with the other at the latest, whatever ends that. */
final class ChildLifecycle {
    private ChildLifecycle() {}

    /** Watches beside the thread that calls this, whose failure ends the JVM, too. */
    static void exitWithParent() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> exitWithFailure(error));
        var watch = new Thread(ChildLifecycle::awaitParentExit, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Waits for the end of the other JVM, and ends. */
    static void awaitParentExit() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here; only the end counts.
            }
        } catch (IOException e) {
            // As good as the end
        }
        exit();
    }

    /** Not every client lets go of its threads. */
    static void exit() {
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    static void exitWithFailure(Throwable error) {
        error.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
