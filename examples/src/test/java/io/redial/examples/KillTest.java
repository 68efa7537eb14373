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
    void everyInstance_isUpgradedOnceDespiteKills() throws Exception {
        var outcome = new KillScenario(1, 40, 2, Duration.ofSeconds(3)).run(directory);

        assertThat(outcome.exitCode())
                .as(String.join("\n", outcome.lastOutput()))
                .isZero();
        assertThat(outcome.killCount()).isEqualTo(2);
        assertThat(outcome.upgradedTwice()).isEmpty();
        assertThat(outcome.neverUpgraded()).isEmpty();
        assertThat(outcome.lastOutput())
                .last()
                .asString()
                .startsWith("{\"instances\":40,\"succeeded\":40,\"failed\":0,");
    }
}
