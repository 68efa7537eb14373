package io.redial.benchmarks.sidebyside;

import java.lang.management.ManagementFactory;
import java.net.URI;

/** Makes a contender, waits for one answer, and tells how long that took from the start of the JVM. */
final class FirstAnswer implements Contender.Answer {

    /**
     * Prints one line with milliseconds.
     *
     * @param args the class that makes the contender, and where the server is
     */
    public static void main(String[] args) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> ChildEnd.failed(error));
        Measure.maker(args[0]).make(URI.create(args[1]), 1).call(new FirstAnswer());
        ChildEnd.await();
    }

    @Override
    public void came() {
        var now = System.currentTimeMillis();
        System.out.println(
                "millis=" + (now - ManagementFactory.getRuntimeMXBean().getStartTime()));
        ChildEnd.now();
    }

    @Override
    public void failed(Throwable error) {
        ChildEnd.failed(error);
    }
}
