package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a contender allocates, in a JVM of its own whose threads take their memory in small portions of one size. The
 * recorder of the JDK notes the object that begins each portion, and the place in the code; together these samples stand for
 * all that was allocated, which is counted. Between calls some bytes are thrown away, now more, now fewer: otherwise each
 * portion would begin at the same place of a call.
 */
final class AllocationProfiler {
    private static final int IN_FLIGHT = 64;
    private static final String TLAB_EVENT = "jdk.ObjectAllocationInNewTLAB";
    private static final String OUTSIDE_TLAB_EVENT = "jdk.ObjectAllocationOutsideTLAB";

    private AllocationProfiler() {}

    /**
     * Prints a line for each stage and class.
     *
     * @param args the class that makes the contender, where the server is, the milliseconds of warming up and of recording
     */
    public static void main(String[] args) throws Exception {
        ChildLifecycle.exitWithParent();
        try (var contender = ThroughputMeasurement.loadFactory(args[0]).create(URI.create(args[1]), IN_FLIGHT)) {
            var load = LoadGenerator.start(new RandomizedAllocationCandidate(contender), IN_FLIGHT);
            Thread.sleep(Long.parseLong(args[2]));
            load.throwIfFailed();
            var effort = new JvmResourceMeter();
            var file = Files.createTempFile("allocations", ".jfr");
            var calls = 0L;
            var bytes = 0L;
            try (var recording = new Recording()) {
                recording.enable(TLAB_EVENT).withStackTrace();
                recording.enable(OUTSIDE_TLAB_EVENT).withStackTrace();
                recording.start();
                var before = effort.allocatedBytes();
                var unused = load.drainHistogram();
                Thread.sleep(Long.parseLong(args[3]));
                calls = load.drainHistogram().getTotalCount();
                bytes = effort.allocatedBytes() - before;
                recording.dump(file);
            }
            load.stop();
            print(weights(file), (double) bytes / calls);
            Files.delete(file);
        }
        ChildLifecycle.exit();
    }

    private static Map<AllocationSite, Long> weights(Path file) throws IOException {
        var weights = new HashMap<AllocationSite, Long>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                var weight = weight(event);
                if (weight > 0) {
                    AllocationSite.of(event).ifPresent(site -> weights.merge(site, weight, Long::sum));
                }
            }
        }
        return weights;
    }

    private static long weight(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case TLAB_EVENT -> event.getLong("tlabSize");
            case OUTSIDE_TLAB_EVENT -> event.getLong("allocationSize");
            default -> 0;
        };
    }

    private static void print(Map<AllocationSite, Long> weights, double bytesPerCall) {
        var all = weights.values().stream().mapToLong(Long::longValue).sum();
        weights.forEach((site, weight) -> System.out.println(site.toLine(bytesPerCall * weight / all)));
    }
}
