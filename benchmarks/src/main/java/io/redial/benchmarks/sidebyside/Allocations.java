package io.redial.benchmarks.sidebyside;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What one contender allocates for a call, by stage and class. */
record Allocations(List<AllocationSite.Bytes> sites) {
    /** Samples are few, so they are taken for longer. */
    private static final int WINDOWS = 5;

    private static final List<String> JVM = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TLABSize=3000",
            "-XX:-ResizeTLAB",
            "-XX:FlightRecorderOptions:stackdepth=512");

    static Allocations measure(Plan plan, Entrant entrant, Stub stub) throws IOException, InterruptedException {
        System.out.println("allocations of " + entrant.title());
        var args = List.of(
                entrant.maker(),
                stub.uri(entrant.door()).toString(),
                Long.toString(plan.warmUp().toMillis()),
                Long.toString(WINDOWS * plan.window().toMillis()));
        var lines =
                ChildJvm.run(Core.CLIENT, JVM, ClassPath.of(entrant.peer()).text(), Profile.class, args, plan.limit());
        return new Allocations(AllocationSite.among(lines)
                .sorted((one, other) -> Double.compare(other.perCall(), one.perCall()))
                .toList());
    }

    Map<String, Double> byStage() {
        return sites.stream()
                .collect(groupingBy(bytes -> bytes.site().stage(), summingDouble(AllocationSite.Bytes::perCall)));
    }
}
