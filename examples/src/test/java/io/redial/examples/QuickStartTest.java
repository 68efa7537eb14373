package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code in the README runs, and it is the code that runs. */
class QuickStartTest {
    private static final String BEGIN = "// readme:begin\n";
    private static final String END = "// readme:end";

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
                    Program.start(QuickStart.class, keys, cloud.endpoint().toString())) {
                var lines = program.otherLines().toList();

                assertThat(program.exitCode()).as(String.join("\n", lines)).isZero();
                assertThat(lines.subList(0, 3)).allMatch(line -> line.startsWith("crs-"));
                assertThat(lines).last().asString().startsWith("Succeeded[");
                assertThat(cloud.upgrades(lines.get(0))).isOne();
            }
        }
    }

    @Test
    void theReadmeShowsIt() throws Exception {
        var source = Files.readString(Path.of("src/main/java/io/redial/examples/QuickStart.java"));
        var marked = source.substring(source.indexOf(BEGIN) + BEGIN.length(), source.indexOf(END));
        var block = "```java\n" + marked.stripIndent().strip() + "\n```\n";

        assertThat(Files.readString(Path.of("../README.md")))
                .as("README.md has to contain this block, as it stands in QuickStart.java:%n%n%s", block)
                .contains(block);
    }
}
