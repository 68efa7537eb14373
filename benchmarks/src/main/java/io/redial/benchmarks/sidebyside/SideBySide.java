package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures Redial and others over loopback, all in one run, and writes a page. */
public final class SideBySide {
    /** What a machine that has nothing else to do may still be charged with. */
    private static final double QUIET = 0.7;

    private SideBySide() {}

    /**
     * Runs everything, one part after the other. To be started at the root of the project, after {@code mvn package}.
     *
     * @param args the plan, {@code bench} or {@code bench-full}; the file to write; and, to leave others out, who takes part
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2) {
            System.err.println("usage: SideBySide bench|bench-full FILE [RAW REDIAL ...]");
            System.exit(2);
        }
        var entrants = args.length == 2
                ? EnumSet.allOf(Entrant.class)
                : Arrays.stream(args)
                        .skip(2)
                        .map(name -> Entrant.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Entrant.class)));
        var page = run(Plan.named(args[0]), entrants);
        Files.writeString(Path.of(args[1]), page);
        System.out.println(page);
    }

    private static String run(Plan plan, Set<Entrant> entrants) throws IOException, InterruptedException {
        var began = Machine.moment();
        var busy = Machine.load() > QUIET;
        try (var stub = Stub.start(ClassPath.of(Entrant.RAW.peer()).text())) {
            var rounds = Rounds.run(plan, entrants, stub);
            var footprints = Footprints.measure(plan, stub);
            var startUps = StartUps.measure(plan, entrants, stub);
            var raw = Allocations.measure(plan, Entrant.RAW, stub);
            var redial = Allocations.measure(plan, Entrant.REDIAL, stub);
            return new Page(plan, began, busy, rounds, footprints, startUps, raw, redial, Jars.ofAll()).text();
        }
    }
}
