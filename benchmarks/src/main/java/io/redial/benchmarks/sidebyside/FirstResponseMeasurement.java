package io.redial.benchmarks.sidebyside;

import java.lang.management.ManagementFactory;
import java.net.URI;

/** Makes a contender, waits for one answer, and tells how long that took from the start of the JVM. */
final class FirstResponseMeasurement implements Candidate.Callback {

    /**
     * Prints one line with milliseconds.
     *
     * @param args the class that makes the contender, and where the server is
     */
    public static void main(String[] args) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> ChildLifecycle.exitWithFailure(error));
        ThroughputMeasurement.loadFactory(args[0])
                .create(URI.create(args[1]), 1)
                .call(new FirstResponseMeasurement());
        ChildLifecycle.awaitParentExit();
    }

    @Override
    public void onSuccess() {
        var now = System.currentTimeMillis();
        System.out.println(
                "millis=" + (now - ManagementFactory.getRuntimeMXBean().getStartTime()));
        ChildLifecycle.exit();
    }

    @Override
    public void onFailure(Throwable error) {
        ChildLifecycle.exitWithFailure(error);
    }
}
