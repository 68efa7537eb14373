package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long it takes from the start of a JVM to the first answer, with the JVM's own settings and all processors. */
final class StartUpTimes {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Map<CandidateSpec, List<Double>> millis = new EnumMap<>(CandidateSpec.class);

    private StartUpTimes() {}

    static StartUpTimes measure(ComparisonPlan plan, Set<CandidateSpec> entrants, StubProcess stub)
            throws IOException, InterruptedException {
        System.out.println("start-ups");
        var startUps = new StartUpTimes();
        for (var i = 0; i < plan.startUps(); i++) {
            for (var entrant : entrants) {
                startUps.millis
                        .computeIfAbsent(entrant, absent -> new ArrayList<>())
                        .add(measure(entrant, stub));
            }
        }
        return startUps;
    }

    private static double measure(CandidateSpec entrant, StubProcess stub) throws IOException, InterruptedException {
        var args =
                List.of(entrant.factoryClass(), stub.uri(entrant.stubResponse()).toString());
        var lines = ChildJvm.run(
                CpuBinding.ANY,
                List.of(),
                PeerClassPath.of(entrant.peer()).text(),
                FirstResponseMeasurement.class,
                args,
                LIMIT);
        return MetricLine.parse(lines.get(lines.size() - 1)).get("millis");
    }

    Set<CandidateSpec> candidates() {
        return millis.keySet();
    }

    Spread millis(CandidateSpec entrant) {
        return Spread.of(millis.getOrDefault(entrant, List.of()));
    }
}
