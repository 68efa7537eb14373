package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What open calls take up.
 *
 * @param calls how many were open
 * @param heapBytes what the heap held more than with one, in bytes, after its garbage was collected
 * @param threadsWithOneCall the threads with one call
 * @param threads the threads with all of them
 */
record Footprint(int calls, long heapBytes, int threadsWithOneCall, int threads) {
    private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    double bytesPerCall() {
        return (double) heapBytes / (calls - 1);
    }

    String toLine() {
        return "calls=" + calls + " heap=" + heapBytes + " threadsAtOne=" + threadsWithOneCall + " threads=" + threads;
    }

    static Footprint measure(String maker, StubProcess stub, int connections, int calls)
            throws IOException, InterruptedException {
        var args = List.of(
                maker,
                stub.unresponsiveUri().toString(),
                stub.openRequestsUri().toString(),
                Integer.toString(connections),
                Integer.toString(calls));
        var lines = ChildJvm.run(
                CpuBinding.CLIENT,
                JVM_OPTIONS,
                PeerClassPath.of(CandidateSpec.REDIAL.peer()).text(),
                OpenCallMeasurement.class,
                args,
                LIMIT);
        var figures = MetricLine.parse(lines.get(lines.size() - 1));
        return new Footprint((int) figures.get("calls"), figures.get("heap"), (int) figures.get("threadsAtOne"), (int)
                figures.get("threads"));
    }
}
