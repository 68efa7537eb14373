package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The long form of {@link KillTest}, which takes a minute or two for each seed, and writes docs/kill-report.md. */
@EnabledIfSystemProperty(named = "redial.kill.seeds", matches = "\\d+", disabledReason = "it takes long")
class KillReportTest {
    private static final int INSTANCES = 300;
    private static final int MAX_KILLS = 6;
    private static final Duration MAX_KILL_DELAY = Duration.ofSeconds(15);
    private static final Path REPORT = Path.of("../docs/kill-report.md");

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void everyInstanceIsUpgradedOnceWithEverySeed() throws Exception {
        var seeds = Integer.getInteger("redial.kill.seeds");
        var report = new ArrayList<String>();
        var faults = new ArrayList<String>();
        report.add("""
                # Killed and resumed

                A process upgrades %d instances on the embedded cloud, with the documented quota, up to 60 ms of latency, and work
                of 0.1 to 1 s. It is killed with signal 9 at a random moment, 0.5 to %d s after its start, and another process
                resumes its journal, which is killed in its turn, up to %d times. Then the cloud is asked how often each instance
                was upgraded. "In doubt" are calls that the journal had noted as sent, but not as answered, at the moments of the
                kills. CONTRIBUTING.md has the command that writes this page.

                | seed | processes | killed | in doubt | upgraded twice | never upgraded | exit code of the last |
                |---|---|---|---|---|---|---|""".formatted(INSTANCES, MAX_KILL_DELAY.toSeconds(), MAX_KILLS));
        for (var seed = 1; seed <= seeds; seed++) {
            var outcome = new KillScenario(seed, INSTANCES, MAX_KILLS, MAX_KILL_DELAY).run(directory);
            report.add("| %d | %d | %d | %d | %d | %d | %d |"
                    .formatted(
                            seed,
                            outcome.processes(),
                            outcome.killCount(),
                            outcome.inDoubt(),
                            outcome.upgradedTwice().size(),
                            outcome.neverUpgraded().size(),
                            outcome.exitCode()));
            if (outcome.exitCode() != 0
                    || !outcome.upgradedTwice().isEmpty()
                    || !outcome.neverUpgraded().isEmpty()) {
                faults.add("seed " + seed + ": " + outcome);
            }
        }
        Files.writeString(REPORT, String.join("\n", report) + "\n");

        assertThat(faults).isEmpty();
    }
}
