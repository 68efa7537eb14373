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
    private static final double MAX_IDLE_LOAD = 0.7;

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
                ? EnumSet.allOf(CandidateSpec.class)
                : Arrays.stream(args)
                        .skip(2)
                        .map(name -> CandidateSpec.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CandidateSpec.class)));
        var page = run(ComparisonPlan.named(args[0]), entrants);
        Files.writeString(Path.of(args[1]), page);
        System.out.println(page);
    }

    private static String run(ComparisonPlan plan, Set<CandidateSpec> entrants)
            throws IOException, InterruptedException {
        var began = MachineInfo.timestampWithLoad();
        var busy = MachineInfo.loadAverage() > MAX_IDLE_LOAD;
        try (var stub =
                StubProcess.start(PeerClassPath.of(CandidateSpec.RAW.peer()).text())) {
            var rounds = MeasurementRounds.run(plan, entrants, stub);
            var footprints = Footprints.measure(plan, stub);
            var startUps = StartUpTimes.measure(plan, entrants, stub);
            var raw = CallAllocations.measure(plan, CandidateSpec.RAW, stub);
            var redial = CallAllocations.measure(plan, CandidateSpec.REDIAL, stub);
            return new PerformancePage(
                            plan, began, busy, rounds, footprints, startUps, raw, redial, SdkJars.measureAll())
                    .text();
        }
    }
}
