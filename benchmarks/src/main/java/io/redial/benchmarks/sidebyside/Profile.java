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
final class Profile {
    private static final int IN_FLIGHT = 64;
    private static final String PORTION = "jdk.ObjectAllocationInNewTLAB";
    private static final String TOO_LARGE_FOR_ONE = "jdk.ObjectAllocationOutsideTLAB";

    private Profile() {}

    /**
     * Prints a line for each stage and class.
     *
     * @param args the class that makes the contender, where the server is, the milliseconds of warming up and of recording
     */
    public static void main(String[] args) throws Exception {
        ChildEnd.watch();
        try (var contender = Measure.maker(args[0]).make(URI.create(args[1]), IN_FLIGHT)) {
            var load = Load.begin(new Dithered(contender), IN_FLIGHT);
            Thread.sleep(Long.parseLong(args[2]));
            load.check();
            var effort = new Effort();
            var file = Files.createTempFile("allocations", ".jfr");
            var calls = 0L;
            var bytes = 0L;
            try (var recording = new Recording()) {
                recording.enable(PORTION).withStackTrace();
                recording.enable(TOO_LARGE_FOR_ONE).withStackTrace();
                recording.start();
                var before = effort.allocated();
                var unused = load.times();
                Thread.sleep(Long.parseLong(args[3]));
                calls = load.times().getTotalCount();
                bytes = effort.allocated() - before;
                recording.dump(file);
            }
            load.end();
            print(weights(file), (double) bytes / calls);
            Files.delete(file);
        }
        ChildEnd.now();
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
            case PORTION -> event.getLong("tlabSize");
            case TOO_LARGE_FOR_ONE -> event.getLong("allocationSize");
            default -> 0;
        };
    }

    private static void print(Map<AllocationSite, Long> weights, double bytesPerCall) {
        var all = weights.values().stream().mapToLong(Long::longValue).sum();
        weights.forEach((site, weight) -> System.out.println(site.line(bytesPerCall * weight / all)));
    }
}
