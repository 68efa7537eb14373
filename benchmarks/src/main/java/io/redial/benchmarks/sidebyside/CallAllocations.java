package io.redial.benchmarks.sidebyside;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What one contender allocates for a call, by stage and class. */
record CallAllocations(List<AllocationSite.SiteBytes> sites) {
    /** Samples are few, so they are taken for longer. */
    private static final int WINDOW_COUNT = 5;

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TLABSize=3000",
            "-XX:-ResizeTLAB",
            "-XX:FlightRecorderOptions:stackdepth=512");

    static CallAllocations measure(ComparisonPlan plan, CandidateSpec entrant, StubProcess stub)
            throws IOException, InterruptedException {
        System.out.println("allocations of " + entrant.title());
        var args = List.of(
                entrant.factoryClass(),
                stub.uri(entrant.stubResponse()).toString(),
                Long.toString(plan.warmUp().toMillis()),
                Long.toString(WINDOW_COUNT * plan.window().toMillis()));
        var lines = ChildJvm.run(
                CpuBinding.CLIENT,
                JVM_OPTIONS,
                PeerClassPath.of(entrant.peer()).text(),
                AllocationProfiler.class,
                args,
                plan.timeout());
        return new CallAllocations(AllocationSite.parseAll(lines)
                .sorted((one, other) -> Double.compare(other.perCall(), one.perCall()))
                .toList());
    }

    Map<String, Double> byStage() {
        return sites.stream()
                .collect(groupingBy(bytes -> bytes.site().stage(), summingDouble(AllocationSite.SiteBytes::perCall)));
    }
}
