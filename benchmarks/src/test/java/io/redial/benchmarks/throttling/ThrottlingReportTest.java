package io.redial.benchmarks.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThrottlingReportTest {
    private static final Path COMMITTED = Path.of("..", "docs", "throttling-report.md");
    private static final String COMMAND = "mvn -pl benchmarks -am test -Dredial.update=true";

    @Test
    void committedReport_isUpToDate() throws IOException {
        var made = ThrottlingReport.text();
        if (Boolean.getBoolean("redial.update")) {
            Files.writeString(COMMITTED, made);
            return;
        }
        assertThat(COMMITTED).as("made by: %s", COMMAND).exists();
        assertThat(made)
                .as("%s is not what is simulated now; if that is meant, run: %s", COMMITTED.getFileName(), COMMAND)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
