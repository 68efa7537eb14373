package io.redial.benchmarks.emulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how fast the emulator starts, what its instances take, and how many calls a second it serves, each time in a JVM
 * of its own. Takes about three minutes, and writes a page.
 */
public final class EmulatorReport {
    private static final List<Integer> SIZES = List.of(300, 100_000);

    private EmulatorReport() {}

    /**
     * Runs all measurements, one after the other.
     *
     * @param args the file to write the page to
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), SIZES, 15, Duration.ofSeconds(10));
    }

    static void write(Path file, List<Integer> sizes, int starts, Duration time) throws IOException {
        var rows = new ArrayList<String>();
        for (var size : sizes) {
            rows.add(row(size, starts, time));
        }
        var page = """
                # The emulator under load

                Each figure is from an emulator in a JVM of its own (%s, %d processors, load average %.1f at the end of the run), the
                load generator beside it on the same processors: 64 connections, each asking for DescribeInstances, 20 rows, as often as it is
                answered. Signatures are checked, quotas are off. Refresh with:

                    java -cp benchmarks/target/redial-benchmarks.jar io.redial.benchmarks.emulator.EmulatorReport docs/emulator-report.md

                | instances | start | from the start of the JVM | heap after the start | heap after the load | calls a second |
                |---|---|---|---|---|---|
                %s

                Starts are the median and the range of %d after one that does not count; calls a second the median and the range of three runs of %d s after a run that does not count.
                The heap is what is in use after a full collection; of the heap after the load, up to 40 MB are rows that are kept ready.
                """.formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        String.join("\n", rows),
                        starts,
                        time.toSeconds());
        Files.writeString(file, page);
        System.out.println(page);
    }

    private static String row(int size, int starts, Duration time) throws IOException {
        // The first one of all reads the jars from the disk, and meets this JVM while it starts itself.
        EmulatorProcess.start(size).close();
        var own = new ArrayList<Long>();
        var whole = new ArrayList<Long>();
        for (var start = 0; start < starts; start++) {
            try (var probe = EmulatorProcess.start(size)) {
                own.add(probe.startMillis());
                whole.add(probe.totalStartMillis());
            }
        }
        try (var probe = EmulatorProcess.start(size);
                var load = new EmulatorLoadGenerator(probe.endpoint(), 64)) {
            load.run(time);
            var served = IntStream.range(0, 3)
                    .mapToObj(run -> load.run(time))
                    .sorted()
                    .collect(Collectors.toList());
            return String.format(
                    Locale.ROOT,
                    "| %,d | %s ms | %s ms | %d MB | %d MB | %,.0f (%,.0f to %,.0f) |",
                    size,
                    spread(own),
                    spread(whole),
                    probe.heapAfterStartMb(),
                    probe.currentHeapMb(),
                    served.get(1),
                    served.get(0),
                    served.get(2));
        }
    }

    private static String spread(List<Long> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) + " (" + sorted.get(0) + " to " + sorted.get(sorted.size() - 1) + ")";
    }
}
