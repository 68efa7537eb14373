package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program as a process that is told to stop. */
class FleetUpgradeStoppedTest {

    @Test
    void stopSignal_printsProgress() throws Exception {
        try (var program = JavaProcess.start(ExamplesMain.class, Map.of(), "fleet-upgrade")) {
            var line = program.nextLine();
            while (line != null && !line.contains("running")) {
                line = program.nextLine();
            }

            program.stop();

            var lastWords = program.remainingLines().toList();
            assertThat(lastWords)
                    .anyMatch(words -> words.startsWith("stopped: ") && words.contains(" of 300 upgraded"));
            assertThat(lastWords)
                    .last()
                    .asString()
                    .startsWith("{\"instances\":300,")
                    .endsWith("}");
            assertThat(program.exitCode()).isNotZero();
        }
    }
}
