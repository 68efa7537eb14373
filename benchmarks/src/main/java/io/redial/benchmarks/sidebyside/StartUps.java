package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long it takes from the start of a JVM to the first answer, with the JVM's own settings and all processors. */
final class StartUps {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Map<Entrant, List<Double>> millis = new EnumMap<>(Entrant.class);

    private StartUps() {}

    static StartUps measure(Plan plan, Set<Entrant> entrants, Stub stub) throws IOException, InterruptedException {
        System.out.println("start-ups");
        var startUps = new StartUps();
        for (var i = 0; i < plan.startUps(); i++) {
            for (var entrant : entrants) {
                startUps.millis
                        .computeIfAbsent(entrant, absent -> new ArrayList<>())
                        .add(measure(entrant, stub));
            }
        }
        return startUps;
    }

    private static double measure(Entrant entrant, Stub stub) throws IOException, InterruptedException {
        var args = List.of(entrant.maker(), stub.uri(entrant.door()).toString());
        var lines =
                ChildJvm.run(Core.ANY, List.of(), ClassPath.of(entrant.peer()).text(), FirstAnswer.class, args, LIMIT);
        return Figures.parse(lines.get(lines.size() - 1)).of("millis");
    }

    Set<Entrant> entrants() {
        return millis.keySet();
    }

    Spread millis(Entrant entrant) {
        return Spread.of(millis.getOrDefault(entrant, List.of()));
    }
}
