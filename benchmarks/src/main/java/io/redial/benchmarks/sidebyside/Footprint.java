package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What open calls take up.
 *
 * @param calls how many were open
 * @param heap what the heap held more than with one, in bytes, after its garbage was collected
 * @param threadsAtOne the threads with one call
 * @param threads the threads with all of them
 */
record Footprint(int calls, long heap, int threadsAtOne, int threads) {
    private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    double bytesPerCall() {
        return (double) heap / (calls - 1);
    }

    String line() {
        return "calls=" + calls + " heap=" + heap + " threadsAtOne=" + threadsAtOne + " threads=" + threads;
    }

    static Footprint measure(String maker, Stub stub, int connections, int calls)
            throws IOException, InterruptedException {
        var args = List.of(
                maker,
                stub.silent().toString(),
                stub.open().toString(),
                Integer.toString(connections),
                Integer.toString(calls));
        var lines = ChildJvm.run(
                Core.CLIENT, JVM, ClassPath.of(Entrant.REDIAL.peer()).text(), OpenCalls.class, args, LIMIT);
        var figures = Figures.parse(lines.get(lines.size() - 1));
        return new Footprint((int) figures.of("calls"), figures.of("heap"), (int) figures.of("threadsAtOne"), (int)
                figures.of("threads"));
    }
}
