package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.aliyun.kvstore.ModifyInstanceSpecRequest;
import io.redial.aliyun.kvstore.ModifyInstanceSpecResponse;
import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.AlibabaDoor;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.junit.ClientSettings;
import io.redial.emulator.junit.CloudEmulatorTest;
import io.redial.ratelimit.RateLimits;
import io.redial.reactive.AliyunKvStore;
import io.redial.reactive.Quotas;
import io.redial.reactive.TencentCrs;
import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.FleetEvent;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.crs.DescribeRedisRequest;
import io.redial.tencent.crs.Instance;
import io.redial.tencent.crs.UpgradeRedisRequest;
import io.redial.tencent.crs.UpgradeRedisResponse;
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
    /** Work of Alibaba that is over before it is seen counts as done a minute later. */
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final Pattern IN_README = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IN_SOURCE = Pattern.compile("// readme:begin\n(.*?)\n *// readme:end", Pattern.DOTALL);
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/io/redial/examples/QuickStart.java"),
            Path.of("src/test/java/io/redial/examples/ReadmeTest.java"));

    @Test
    void readmeSnippets_matchCompiledCode() throws IOException {
        var shown = pieces(IN_README, Path.of("../README.md"));
        var run = SOURCES.stream().flatMap(source -> pieces(IN_SOURCE, source).stream());

        assertThat(shown)
                .as("mend the README, or what stands between readme:begin and readme:end in %s", SOURCES)
                .containsExactlyInAnyOrderElementsOf(run.toList());
    }

    @Test
    void embeddedCloud() {
        // readme:begin
        try (var cloud = CloudEmulator.start(EmulatorOptions.defaults())) {
            System.out.println(cloud.endpoint() + " accepts " + cloud.secretId());
        }
        // readme:end
    }

    // readme:begin
    @Test
    @CloudEmulatorTest(instances = 20)
    void listsThemAll(CloudEmulator cloud, ClientSettings settings) {
        try (var redis = TencentRedis.builder()
                .credentials(Credentials.of(settings.secretId(), settings.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(settings.endpoint())
                .build()) {
            var rows = redis.items(DescribeInstancesRequest.builder().build());
            assertThat(rows.collectList().block()).hasSize(20);
            assertThat(cloud.callCount("DescribeInstances")).isOne();
        }
    }
    // readme:end

    @Test
    void customRateLimits() {
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
    void fleetWithJournal(@TempDir Path directory) {
        try (var cloud = aFewInstances();
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
                            .block(TIMEOUT))
                    .containsExactly(2L, 2L);
        }
    }

    @Test
    void crsClient() {
        try (var cloud = aFewInstances()) {
            var endpoint = cloud.endpoint();
            var credentials = Credentials.of(cloud.secretId(), cloud.secretKey());
            var redisId = withoutShards(cloud).replace("r-", "crs-");
            // readme:begin
            var crs = TencentCrs.builder()
                    .credentials(credentials)
                    .region("gz")
                    .endpoint(endpoint)
                    .build();
            Flux<Instance> all = crs.items(DescribeRedisRequest.of(100, 0));
            Flux<Progress<UpgradeRedisResponse>> upgrade = crs.follow(UpgradeRedisRequest.of(redisId, 16_384));
            // readme:end
            assertThat(all.collectList().block(TIMEOUT)).hasSize(2);
            assertThat(upgrade.blockLast(TIMEOUT)).isInstanceOf(Progress.Succeeded.class);
            crs.close();
        }
    }

    @Test
    void aliyunClient() {
        try (var cloud = aFewInstances()) {
            var endpoint = cloud.endpoint();
            var credentials = Credentials.of(cloud.secretId(), cloud.secretKey());
            var instanceId = withoutShards(cloud);
            cloud.setNextTaskOutcome(
                    instanceId.replace("r-", "crs-"), TaskOutcome.succeedsAfter(Duration.ofMillis(1500)));
            // readme:begin
            var aliyun = AliyunKvStore.builder()
                    .credentials(credentials)
                    .region("cn-hangzhou")
                    .endpoint(endpoint)
                    .door(AlibabaDoor.ACS3)
                    .build();
            Flux<Progress<ModifyInstanceSpecResponse>> resize =
                    aliyun.follow(ModifyInstanceSpecRequest.of("redis.master.small.default", instanceId));
            // readme:end
            assertThat(resize.blockLast(TIMEOUT)).isInstanceOf(Progress.Succeeded.class);
            aliyun.close();
        }
    }

    private static String withoutShards(CloudEmulator cloud) {
        var destination = CloudTarget.remote(cloud.endpoint(), Credentials.of(cloud.secretId(), cloud.secretKey()));
        return EmbeddedInstanceFinder.findWithoutShards(destination, new CallCounter())
                .block(TIMEOUT);
    }

    private static CloudEmulator aFewInstances() {
        return CloudEmulator.start(EmulatorOptions.builder()
                .instances(2)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(100))
                .build());
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
