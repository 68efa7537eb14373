package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.ratelimit.RateLimits;
import io.redial.reactive.Quotas;
import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.FleetEvent;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Every piece of Java in the README is a piece of code that is compiled and run here or in {@link QuickStart}. */
class ReadmeTest {
    private static final Pattern IN_README = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IN_SOURCE = Pattern.compile("// readme:begin\n(.*?)\n *// readme:end", Pattern.DOTALL);
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/io/redial/examples/QuickStart.java"),
            Path.of("src/test/java/io/redial/examples/ReadmeTest.java"));

    @Test
    void whatTheReadmeShowsIsRun() throws IOException {
        var shown = pieces(IN_README, Path.of("../README.md"));
        var run = SOURCES.stream().flatMap(source -> pieces(IN_SOURCE, source).stream());

        assertThat(shown)
                .as("mend the README, or what stands between readme:begin and readme:end in %s", SOURCES)
                .containsExactlyInAnyOrderElementsOf(run.toList());
    }

    @Test
    void theEmbeddedCloud() {
        // readme:begin
        try (var cloud = CloudEmulator.start(EmulatorOptions.defaults())) {
            System.out.println(cloud.endpoint() + " accepts " + cloud.secretId());
        }
        // readme:end
    }

    @Test
    void quotasOfYourOwn() {
        var credentials = Credentials.of("id", "key");
        // readme:begin
        var quotas = Quotas.builder()
                .limits(RateLimits.documented().with("DescribeInstances", Rate.perSecond(100)))
                .build();
        var redis = TencentRedis.builder()
                .credentials(credentials)
                .region(Region.AP_GUANGZHOU)
                .quotas(quotas)
                .account("team-a")
                .build();
        // readme:end
        redis.close();
        assertThat(redis.quotas()).isSameAs(quotas);
    }

    @Test
    void aFleetWithAJournal(@TempDir Path directory) {
        var options = EmulatorOptions.builder()
                .instances(2)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(100))
                .build();
        try (var cloud = CloudEmulator.start(options);
                var redis = TencentRedis.builder()
                        .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                        .region(Region.AP_GUANGZHOU)
                        .endpoint(cloud.endpoint())
                        .build()) {
            // readme:begin
            var upgrades = redis.items(DescribeInstancesRequest.builder().build())
                    .mapNotNull(InstanceSet::instanceId)
                    .map(id -> UpgradeInstanceRequest.of(id, 16_384));
            var fleet = redis.fleet(FleetOptions.defaults().withInFlight(50));
            Flux<FleetEvent> run = fleet.run(upgrades, Path.of("upgrade.journal"));
            Flux<FleetEvent> restOfIt = fleet.resume(Path.of("upgrade.journal"));
            // readme:end
            assertThat(run).isNotSameAs(restOfIt);
            var journal = directory.resolve("upgrade.journal");
            assertThat(Flux.concat(fleet.run(upgrades, journal), fleet.resume(journal))
                            .ofType(FleetEvent.Finished.class)
                            .map(finished -> finished.summary().succeeded())
                            .collectList()
                            .block(Duration.ofSeconds(30)))
                    .containsExactly(2L, 2L);
        }
    }

    private static List<String> pieces(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1).stripIndent().strip())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
