package io.redial.benchmarks.sidebyside;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the figures were taken on. */
final class MachineInfo {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private MachineInfo() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d of them; %s %s; JDK %s (%s)",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vm.name"));
    }

    /** How many programs wanted a processor in the minute before, on average; negative if nobody knows. */
    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The time, and how busy the machine was in the minute before. */
    static String timestampWithLoad() {
        return String.format(
                Locale.ROOT, "%s UTC (load %.2f)", MINUTE.format(LocalDateTime.now(ZoneOffset.UTC)), loadAverage());
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
