package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes are killed while they upgrade a fleet, and a third one ends it. {@link KillReportTest} does it at length. */
class KillTest {
    @TempDir
    private Path directory;

    @Test
    void everyInstanceIsUpgradedOnceHoweverOftenTheProcessIsKilled() throws Exception {
        var outcome = new KilledFleet(1, 40, 2, Duration.ofSeconds(3)).run(directory);

        assertThat(outcome.exitCode())
                .as(String.join("\n", outcome.lastWords()))
                .isZero();
        assertThat(outcome.killed()).isEqualTo(2);
        assertThat(outcome.twice()).isEmpty();
        assertThat(outcome.never()).isEmpty();
        assertThat(outcome.lastWords())
                .last()
                .asString()
                .startsWith("{\"instances\":40,\"succeeded\":40,\"failed\":0,");
    }
}
