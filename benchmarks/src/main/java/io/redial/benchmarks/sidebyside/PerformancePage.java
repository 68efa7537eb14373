package io.redial.benchmarks.sidebyside;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a run came to, in Markdown. */
record PerformancePage(
        ComparisonPlan plan,
        String startedAt,
        boolean busy,
        MeasurementRounds rounds,
        Footprints footprints,
        StartUpTimes startUps,
        CallAllocations rawAllocations,
        CallAllocations redialAllocations,
        List<SdkJars> jars) {
    private static final int MAX_SITES = 25;
    private static final String BUSY =
            "**Preliminary: others were at work on the machine. Threads and jars are right, and bytes nearly:"
                    + " code that the compiler has had no time for allocates more. No time means anything here, and no ratio of times.**";

    String text() {
        return String.join(
                        "\n\n",
                        "# Performance",
                        busy ? BUSY + "\n\n" + introduction() : introduction(),
                        "    make " + plan.name(),
                        "## Who",
                        who(),
                        "## Calls",
                        plan.concurrencyLevels().stream().map(this::calls).collect(joining("\n\n")),
                        "## What a call allocates, stage by stage",
                        stages(),
                        sites(),
                        "## " + format("%,d", plan.openCalls()) + " open calls",
                        openCalls(),
                        "## From the start of the JVM to the first answer",
                        starts(),
                        "## What an application carries",
                        carried())
                + "\n";
    }

    private String introduction() {
        return format(
                "Taken from %s to %s on %s. Clients and a stub server talk HTTP over loopback, each in a JVM of its own%s. The stub"
                        + " is bare Reactor Netty, checks nothing, and always gives the same answer of 2.5 KB: `DescribeInstances` in"
                        + " Tencent's shape, or its like in the shape that the other SDKs read. %d rounds; in each, every contender"
                        + " has its turn: a new JVM (serial collector, 512 MB), %d s of warming up with 64 in flight, then for each"
                        + " number in flight %d s to settle and a window of %d s. Figures are medians, with the least and the most of"
                        + " the rounds behind them; a ratio is taken within a round. The load is what the system tells of the minute"
                        + " before. Refresh with:",
                startedAt,
                MachineInfo.timestampWithLoad(),
                MachineInfo.describe(),
                CpuBinding.isSupported() ? ", each bound to a processor of its own" : "",
                plan.rounds(),
                plan.warmUp().toSeconds(),
                plan.settle().toSeconds(),
                plan.window().toSeconds());
    }

    private String who() {
        return table(
                "| | what it does | its largest jars |",
                rounds.candidates().stream()
                        .map(entrant -> "| " + entrant.title() + " | " + entrant.description() + " | "
                                + versions(entrant) + " |")
                        .toList());
    }

    private String versions(CandidateSpec entrant) {
        return jars.stream()
                .filter(sdk -> sdk.sdk().equals(entrant.title()))
                .map(sdk -> sdk.ownJars().stream()
                        .limit(3)
                        .map(jar -> "`" + jar.replace(".jar", "") + "`")
                        .collect(joining(", ")))
                .findFirst()
                .orElse("");
    }

    private String calls(int inFlight) {
        return "### " + inFlight + " in flight\n\n"
                + table(
                        "| | calls/s | of raw | processor ms for 1,000 | B allocated a call | p50 µs | p99 µs | threads |",
                        rounds.candidates().stream()
                                .map(entrant -> calls(entrant, inFlight))
                                .toList());
    }

    private String calls(CandidateSpec entrant, int inFlight) {
        return "| "
                + String.join(
                        " | ",
                        entrant.title(),
                        spread(entrant, inFlight, WindowSample::callsPerSecond).text("%,.0f"),
                        ratio(entrant, CandidateSpec.RAW, inFlight).text("%.2f"),
                        spread(entrant, inFlight, WindowSample::cpuMillisPerThousandCalls)
                                .text("%.1f"),
                        spread(entrant, inFlight, WindowSample::bytesPerCall).text("%,.0f"),
                        spread(entrant, inFlight, WindowSample::p50Micros).text("%,.0f"),
                        spread(entrant, inFlight, WindowSample::p99Micros).text("%,.0f"),
                        spread(entrant, inFlight, WindowSample::threads).text("%.0f"))
                + " |";
    }

    private Spread spread(CandidateSpec entrant, int inFlight, ToDoubleFunction<WindowSample> figure) {
        return Spread.of(rounds.samples(entrant, inFlight).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    private Spread ratio(CandidateSpec one, CandidateSpec other, int inFlight) {
        var ones = rounds.samples(one, inFlight);
        var others = rounds.samples(other, inFlight);
        return Spread.of(IntStream.range(0, Math.min(ones.size(), others.size()))
                .mapToObj(round ->
                        ones.get(round).callsPerSecond() / others.get(round).callsPerSecond())
                .toList());
    }

    private String stages() {
        var ofRaw = rawAllocations.byStage();
        var ofRedial = redialAllocations.byStage();
        var names = new TreeSet<>(ofRaw.keySet());
        names.addAll(ofRedial.keySet());
        var rows = new ArrayList<>(names.stream()
                .sorted(Comparator.comparingDouble((String name) -> -ofRedial.getOrDefault(name, 0.0)))
                .map(name -> format(
                        "| %s | %,.0f | %,.0f |",
                        name, ofRaw.getOrDefault(name, 0.0), ofRedial.getOrDefault(name, 0.0)))
                .toList());
        rows.add(format("| all | %,.0f | %,.0f |", sum(rawAllocations), sum(redialAllocations)));
        return table("| B a call, at 64 in flight | raw | Redial |", rows)
                + "\n\nSampled by the recorder of the JDK. An object belongs to the stage whose code is innermost on the stack; the"
                + " subscribers that Reactor makes when stages are put together have a row of their own. Samples are only samples: the sum"
                + " can be some percent off what is counted above.";
    }

    private static double sum(CallAllocations allocations) {
        return allocations.byStage().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private String sites() {
        return table(
                "| stage | class | B a call |",
                redialAllocations.sites().stream()
                        .filter(bytes -> !bytes.site().stage().equals("Reactor Netty"))
                        .limit(MAX_SITES)
                        .map(bytes -> format(
                                "| %s | `%s` | %,.0f |",
                                bytes.site().stage(), bytes.site().type(), bytes.perCall()))
                        .toList());
    }

    private String openCalls() {
        return table(
                        "| | heap a call, raw | heap a call, Redial | beyond raw | threads at 1 | threads at all |",
                        List.of(
                                openCalls("with a connection each", footprints.raw(), footprints.redial()),
                                openCalls(
                                        "waiting for " + Footprints.SMALL_POOL_SIZE + " connections",
                                        footprints.rawWaiting(),
                                        footprints.redialWaiting())))
                + "\n\nThe stub withholds its answers; heaps are compared with one call open, after collecting garbage. What Netty"
                + " keeps outside the heap is not counted.";
    }

    private static String openCalls(String name, Footprint raw, Footprint redial) {
        return format(
                "| %s | %,.0f B | %,.0f B | %,.0f B | %d | %d |",
                name,
                raw.bytesPerCall(),
                redial.bytesPerCall(),
                redial.bytesPerCall() - raw.bytesPerCall(),
                redial.threadsWithOneCall(),
                redial.threads());
    }

    private String starts() {
        var table = table(
                "| | ms |",
                startUps.candidates().stream()
                        .map(entrant -> "| " + entrant.title() + " | "
                                + startUps.millis(entrant).text("%,.0f") + " |")
                        .toList());
        return table + "\n\n"
                + format(
                        "Medians of %d starts in turn, with the JVM's own settings and all processors; the stub is up already.",
                        plan.startUps());
    }

    private String carried() {
        return table(
                "| | its own jars | KB | all that it drags along | KB |",
                jars.stream()
                        .map(sdk -> format(
                                "| %s | %d | %,d | %d | %,d |",
                                sdk.sdk(),
                                sdk.ownJars().size(),
                                sdk.ownBytes() / 1024,
                                sdk.jarCount(),
                                sdk.totalBytes() / 1024))
                        .toList());
    }

    private static String table(String head, List<String> rows) {
        var columns = head.chars().filter(c -> c == '|').count() - 1;
        return head + "\n|---" + "|---:".repeat((int) columns - 1) + "|\n" + String.join("\n", rows);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
