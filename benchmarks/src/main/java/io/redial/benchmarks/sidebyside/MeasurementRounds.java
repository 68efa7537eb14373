package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Round after round each contender has its turn, so that whatever else goes on in the machine meets all of them. */
final class MeasurementRounds {
    private static final List<String> JVM_OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private final ComparisonPlan plan;
    private final Map<CandidateSpec, List<List<WindowSample>>> samples = new EnumMap<>(CandidateSpec.class);

    private MeasurementRounds(ComparisonPlan plan) {
        this.plan = plan;
    }

    static MeasurementRounds run(ComparisonPlan plan, Set<CandidateSpec> entrants, StubProcess stub)
            throws IOException, InterruptedException {
        var rounds = new MeasurementRounds(plan);
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var entrant : entrants) {
                System.out.println("round " + round + " of " + plan.rounds() + ": " + entrant.title());
                rounds.samples
                        .computeIfAbsent(entrant, absent -> new ArrayList<>())
                        .add(rounds.measure(entrant, stub));
            }
        }
        return rounds;
    }

    Set<CandidateSpec> candidates() {
        return samples.keySet();
    }

    /** Those of one contender with so many calls in flight, in the order of the rounds. */
    List<WindowSample> samples(CandidateSpec entrant, int inFlight) {
        return samples.getOrDefault(entrant, List.of()).stream()
                .flatMap(List::stream)
                .filter(sample -> sample.inFlight() == inFlight)
                .toList();
    }

    private List<WindowSample> measure(CandidateSpec entrant, StubProcess stub)
            throws IOException, InterruptedException {
        var args = Stream.concat(
                        Stream.of(
                                entrant.factoryClass(),
                                stub.uri(entrant.stubResponse()),
                                plan.warmUp().toMillis(),
                                plan.settle().toMillis(),
                                plan.window().toMillis()),
                        plan.concurrencyLevels().stream())
                .map(Object::toString)
                .toList();
        var lines = ChildJvm.run(
                CpuBinding.CLIENT,
                JVM_OPTIONS,
                PeerClassPath.of(entrant.peer()).text(),
                ThroughputMeasurement.class,
                args,
                plan.timeout());
        var turn = WindowSample.parseAll(lines.stream()).toList();
        if (turn.size() != plan.concurrencyLevels().size()) {
            throw new IOException(entrant.title() + " has printed " + lines);
        }
        turn.forEach(sample -> System.out.printf(
                Locale.ROOT,
                "  %3d in flight: %,.0f calls/s, %,.0f B%n",
                sample.inFlight(),
                sample.callsPerSecond(),
                sample.bytesPerCall()));
        return turn;
    }
}
