package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first code in the README, as a program of its own. */
class QuickStartTest {
    @Test
    void listsTheInstancesAndUpgradesTheFirst() throws Exception {
        var options = EmulatorOptions.builder()
                .instances(3)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(100))
                .build();
        try (var cloud = CloudEmulator.start(options)) {
            var keys = Map.of(
                    "TENCENTCLOUD_SECRET_ID", cloud.secretId(),
                    "TENCENTCLOUD_SECRET_KEY", cloud.secretKey());
            try (var program =
                    JavaProcess.start(QuickStart.class, keys, cloud.endpoint().toString())) {
                // Newer JVMs warn of Netty's native libraries, and leave a blank line after it.
                var lines = program.remainingLines()
                        .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                        .toList();

                assertThat(program.exitCode()).as(String.join("\n", lines)).isZero();
                assertThat(lines.subList(0, 3)).allMatch(line -> line.startsWith("crs-"));
                assertThat(lines).last().asString().startsWith("Succeeded[");
                assertThat(cloud.acceptedUpgradeCount(lines.get(0))).isOne();
            }
        }
    }
}
