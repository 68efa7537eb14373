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
final class Rounds {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Plan plan;
    private final Map<Entrant, List<List<Sample>>> samples = new EnumMap<>(Entrant.class);

    private Rounds(Plan plan) {
        this.plan = plan;
    }

    static Rounds run(Plan plan, Set<Entrant> entrants, Stub stub) throws IOException, InterruptedException {
        var rounds = new Rounds(plan);
        for (var round = 1; round <= plan.rounds(); round++) {
            for (var entrant : entrants) {
                System.out.println("round " + round + " of " + plan.rounds() + ": " + entrant.title());
                rounds.samples
                        .computeIfAbsent(entrant, absent -> new ArrayList<>())
                        .add(rounds.turn(entrant, stub));
            }
        }
        return rounds;
    }

    Set<Entrant> entrants() {
        return samples.keySet();
    }

    /** Those of one contender with so many calls in flight, in the order of the rounds. */
    List<Sample> samples(Entrant entrant, int inFlight) {
        return samples.getOrDefault(entrant, List.of()).stream()
                .flatMap(List::stream)
                .filter(sample -> sample.inFlight() == inFlight)
                .toList();
    }

    private List<Sample> turn(Entrant entrant, Stub stub) throws IOException, InterruptedException {
        var args = Stream.concat(
                        Stream.of(
                                entrant.maker(),
                                stub.uri(entrant.door()),
                                plan.warmUp().toMillis(),
                                plan.settle().toMillis(),
                                plan.window().toMillis()),
                        plan.inFlight().stream())
                .map(Object::toString)
                .toList();
        var lines =
                ChildJvm.run(Core.CLIENT, JVM, ClassPath.of(entrant.peer()).text(), Measure.class, args, plan.limit());
        var turn = Sample.among(lines.stream()).toList();
        if (turn.size() != plan.inFlight().size()) {
            throw new IOException(entrant.title() + " has printed " + lines);
        }
        turn.forEach(sample -> System.out.printf(
                Locale.ROOT,
                "  %3d in flight: %,.0f calls/s, %,.0f B%n",
                sample.inFlight(),
                sample.perSecond(),
                sample.bytesPerCall()));
        return turn;
    }
}
