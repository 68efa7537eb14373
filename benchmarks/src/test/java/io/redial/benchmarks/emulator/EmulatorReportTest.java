package io.redial.benchmarks.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorReportTest {
    @Test
    void report_hasARowForEachSize(@TempDir Path directory) throws IOException {
        var file = directory.resolve("report.md");

        EmulatorReport.write(file, List.of(30), 1, Duration.ofMillis(200));

        var start = " \\d+ \\(\\d+ to \\d+\\) ms \\|";
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.matches("\\| 30 \\|" + start + start + " \\d+ MB \\| \\d+ MB \\| [1-9].*"))
                .hasSize(1);
    }
}
