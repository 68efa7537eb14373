package io.redial.benchmarks.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsReportTest {
    private static final OperationsPlan SMALL_PLAN = new OperationsPlan(
            20, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(500));

    @Test
    void report_hasAllSectionsAndLosesNoOperation(@TempDir Path directory) throws IOException {
        var file = directory.resolve("report.md");

        assertThat(OperationsReport.write(file, SMALL_PLAN))
                .as("nothing was lost")
                .isTrue();

        assertThat(Files.readAllLines(file))
                .contains(
                        "# Following a thousand at once",
                        "## How soon the end is told, and what it costs",
                        "## What users notice",
                        "## What it takes")
                .filteredOn(line -> line.contains("| 20 of 20 |"))
                .hasSize(3);
    }
}
