package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fleet upgrade, on a cloud with a few instances more than its quota lets leave at once. */
class FleetUpgradeTest {
    private static final int INSTANCES = 25;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private CloudEmulator cloud;

    @BeforeEach
    void start() {
        cloud = CloudEmulator.start(EmulatorOptions.builder()
                .instances(INSTANCES)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(200))
                .build());
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void lastLine_reportsAllUpgradedWithoutThrottling() throws Exception {
        var told = upgrade();

        assertThat(told.exitCode()).as(told.err()).isZero();
        var report = report(told);
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "instances", "succeeded", "failed", "calls", "refused", "retries", "seconds", "idealSeconds");
        assertThat(report).allMatch(JsonNode::isNumber);
        assertThat(report.get("instances").asInt()).isEqualTo(INSTANCES);
        assertThat(report.get("succeeded").asInt()).isEqualTo(INSTANCES);
        assertThat(report.get("failed").asInt()).isZero();
        assertThat(report.get("refused").asInt()).isZero();
        assertThat(report.get("retries").asInt()).isZero();
        assertThat(report.get("idealSeconds").asDouble()).isEqualTo(1.0);
        assertThat(report.get("seconds").asDouble()).isBetween(1.0, 10.0);
        assertThat(report.get("calls").asLong()).isBetween((long) INSTANCES, cloud.callCount());
    }

    @Test
    void everyInstance_isUpgradedOnceByOneStep() {
        var before = instances();

        upgrade();

        assertThat(before)
                .allSatisfy(instance ->
                        assertThat(cloud.acceptedUpgradeCount(id(instance))).isOne());
        assertThat(instances())
                .extracting(InstanceSet::redisShardSize)
                .containsExactlyElementsOf(before.stream()
                        .map(instance -> Objects.requireNonNull(instance.redisShardSize()) + 1024)
                        .toList());
    }

    @Test
    void memSizeOption_appliesToAllInstances() {
        var told = upgrade("--mem-size", "16384");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(instances())
                .hasSize(INSTANCES)
                .allMatch(instance -> Objects.equals(instance.redisShardSize(), 16_384L));
    }

    @Test
    void output_startsWithThePlan() {
        var told = upgrade("--in-flight", "40");

        assertThat(told.lines())
                .startsWith(
                        "25 instances in ap-guangzhou are upgraded, 40 in flight at a time.",
                        "UpgradeInstance may be called 20 times in 1 s: the quota alone takes 1 s.");
    }

    @Test
    void failedOperation_isReportedAndOthersContinue() throws Exception {
        var unlucky = id(instances().get(7));
        cloud.failNextTask(unlucky, "no room on the host");

        var told = upgrade();

        assertThat(told.exitCode()).isOne();
        assertThat(report(told).get("failed").asInt()).isOne();
        assertThat(report(told).get("succeeded").asInt()).isEqualTo(INSTANCES - 1);
        assertThat(told.lines())
                .filteredOn(line -> line.startsWith("failed: "))
                .singleElement()
                .asString()
                .startsWith(
                        "failed: " + unlucky + ": UpgradeInstance in ap-guangzhou was accepted, but its work failed")
                .endsWith("Delivery failed: no room on the host");
    }

    @Test
    void rejectedRequest_isReportedWithItsReason() throws Exception {
        var told = upgrade("--mem-size", "1048576");

        assertThat(told.exitCode()).isOne();
        assertThat(report(told).get("failed").asInt()).isEqualTo(INSTANCES);
        assertThat(told.lines())
                .filteredOn(line -> line.startsWith("failed: "))
                .hasSize(INSTANCES)
                .allMatch(line -> line.contains("InvalidParameterValue.MemSizeNotInRange"));
    }

    @Test
    void plainOutputHasNoControlCharacters() {
        var told = upgrade();

        assertThat(told.lines()).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        assertThat(told.lines())
                .anyMatch(line -> line.matches(
                        " *\\d+ s: \\d+ of 25 done, \\d+ running, 0 failed, \\d+ calls/s, about \\d+ s left"));
    }

    @Test
    void terminal_drawsBarInPlaceBelowFailures() {
        var unlucky = id(instances().get(3));
        cloud.failNextTask(unlucky, "no room on the host");

        var told = CommandResult.runOnTerminal(keys(), arguments());

        assertThat(told.out())
                .contains("\r\033[Kfailed: " + unlucky)
                .contains("24/25")
                .contains("0 running, 1 failed");
        assertThat(told.lastLine()).startsWith("{").endsWith("}");
    }

    @Test
    void missingEndpoint_startsEmbeddedCloud() throws Exception {
        var told = CommandResult.run(keys(), "fleet-upgrade", "--region", "eu-frankfurt");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(report(told).get("succeeded").asInt()).isEqualTo(3);
        assertThat(cloud.callCount()).isZero();
    }

    private CommandResult upgrade(String... more) {
        return CommandResult.run(keys(), arguments(more));
    }

    private String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "fleet-upgrade", "--endpoint", cloud.endpoint().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private List<InstanceSet> instances() {
        try (var redis = TencentRedis.builder()
                .credentials(keys())
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .build()) {
            return redis.items(DescribeInstancesRequest.builder().build())
                    .collectList()
                    .block(TIMEOUT);
        }
    }

    private Credentials keys() {
        return Credentials.of(cloud.secretId(), cloud.secretKey());
    }

    private static String id(InstanceSet instance) {
        return Objects.requireNonNull(instance.instanceId());
    }

    private static JsonNode report(CommandResult told) throws Exception {
        return new ObjectMapper().readTree(told.lastLine());
    }
}
