package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.aliyun.kvstore.ModifyInstanceSpecRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.ServiceException;
import io.redial.core.protocol.AlibabaDoor;
import io.redial.core.protocol.AlibabaFormat;
import io.redial.core.protocol.ParameterDoor;
import io.redial.core.protocol.TencentDoor;
import io.redial.core.signature.SignatureMethod;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.crs.DescribeRedisRequest;
import io.redial.tencent.crs.UpgradeRedisRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceStatus;
import io.redial.tencent.redis.ProductArchitecture;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Three APIs through every door, over the same instances: what one resizes, API 3.0 reads back. */
class OtherApisOnTheEmulatorTest {
    private static final int INSTANCES = 12;

    /** Work of Alibaba that is over before it is seen counts as done a minute later. */
    private static final Duration LONG = Duration.ofSeconds(90);

    /** So long that its instance is seen to change. */
    private static final TaskOutcome VISIBLE = TaskOutcome.succeedsAfter(Duration.ofMillis(1500));

    private static CloudEmulator cloud;
    private static TencentRedis redis;

    @BeforeAll
    static void start() {
        cloud = CloudEmulator.start(EmulatorOptions.builder()
                .instances(INSTANCES)
                .taskDuration(Duration.ofMillis(100), Duration.ofMillis(300))
                .build());
        redis = api3(TencentDoor.TC3_JSON);
    }

    @AfterAll
    static void stop() {
        redis.close();
        cloud.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyDoorOfApi3ListsAndUpgrades(TencentDoor door) {
        try (var client = api3(door)) {
            listsAndUpgrades(client);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "TC3_.*")
    void anUnsignedPayloadListsAndUpgrades(TencentDoor door) {
        try (var client = atTheDoor(door).unsignedPayload().build()) {
            listsAndUpgrades(client);
        }
    }

    private static void listsAndUpgrades(TencentRedis client) {
        var before = standalone(0, client);

        follow(client.follow(UpgradeInstanceRequest.of(before.instanceId(), before.redisShardSize() + 1024)));

        assertThat(instance(before.instanceId()).redisShardSize()).isEqualTo(before.redisShardSize() + 1024);
    }

    static Stream<Arguments> waysIntoV2() {
        return Arrays.stream(ParameterDoor.values())
                .flatMap(door -> Arrays.stream(SignatureMethod.values()).map(method -> Arguments.of(door, method)));
    }

    @ParameterizedTest
    @MethodSource("waysIntoV2")
    void crsListsPageByPage(ParameterDoor door, SignatureMethod method) {
        try (var crs = crs(door, method, cloud.secretKey())) {
            var ids = crs.items(DescribeRedisRequest.of(5, 0))
                    .map(io.redial.tencent.crs.Instance::redisId)
                    .collectList()
                    .block(LONG);

            assertThat(ids)
                    .hasSize(INSTANCES)
                    .containsExactlyInAnyOrderElementsOf(
                            instances().map(InstanceSet::instanceId).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("waysIntoV2")
    void anInstanceOfApi3IsResizedThroughCrs(ParameterDoor door, SignatureMethod method) {
        try (var crs = crs(door, method, cloud.secretKey())) {
            var before = standalone(1, redis);

            var progress =
                    follow(crs.follow(UpgradeRedisRequest.of(before.instanceId(), before.redisShardSize() + 1024)));

            assertThat(progress.get(0).handle().toString()).matches("deal:\\d+/changed/" + before.instanceId());
            assertThat(instance(before.instanceId()).redisShardSize()).isEqualTo(before.redisShardSize() + 1024);
        }
    }

    @ParameterizedTest
    @MethodSource("waysIntoV2")
    void crsRefusesAWrongKeyWithItsCode(ParameterDoor door, SignatureMethod method) {
        try (var stranger = crs(door, method, "not-the-key")) {
            refused("4100", stranger.call(DescribeRedisRequest.of(1, 0)));
        }
    }

    @Test
    void crsNamesTheErrorOfItsModule() {
        try (var crs = crs(ParameterDoor.FORM, SignatureMethod.HMAC_SHA256, cloud.secretKey())) {
            refused("5100.InstanceNotExists", crs.upgradeRedis(UpgradeRedisRequest.of("crs-nothing1", 2048)));
        }
    }

    static Stream<Arguments> waysIntoAlibaba() {
        return Arrays.stream(AlibabaDoor.values())
                .flatMap(door -> Arrays.stream(AlibabaFormat.values()).map(format -> Arguments.of(door, format)));
    }

    @ParameterizedTest
    @MethodSource("waysIntoAlibaba")
    void anInstanceOfApi3IsResizedThroughAlibaba(AlibabaDoor door, AlibabaFormat format) {
        try (var aliyun = aliyun(door, format, cloud.secretKey())) {
            var before = standalone(2, redis);
            var other = before.redisShardSize() == 2048 ? "small" : "mid";
            cloud.setNextTaskOutcome(before.instanceId(), VISIBLE);

            var progress = follow(aliyun.follow(ModifyInstanceSpecRequest.of(
                    "redis.master." + other + ".default", before.instanceId().replace("crs-", "r-"))));

            assertThat(progress.get(0).handle().toString()).startsWith("instance:r-");
            assertThat(instance(before.instanceId()).redisShardSize())
                    .isEqualTo(before.redisShardSize() == 2048 ? 1024 : 2048);
        }
    }

    @ParameterizedTest
    @MethodSource("waysIntoAlibaba")
    void alibabaRefusesAWrongSecret(AlibabaDoor door, AlibabaFormat format) {
        try (var stranger = aliyun(door, format, "not-the-key")) {
            refused(
                    "SignatureDoesNotMatch",
                    stranger.modifyInstanceSpec(r -> r.instanceId("r-any").instanceClass("redis.master.mid.default")));
        }
    }

    /** Follows to the end; the instance runs again by then. */
    private static List<? extends Progress<?>> follow(Flux<? extends Progress<?>> work) {
        var progress = work.collectList().block(LONG);
        assertThat(progress).first().isInstanceOf(Progress.Submitted.class);
        assertThat(progress).last().isInstanceOf(Progress.Succeeded.class);
        return progress;
    }

    private static void refused(String code, Mono<? extends ApiResponse> call) {
        StepVerifier.create(call)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                refused -> assertThat(refused.code()).isEqualTo(code))
                        .hasMessageContaining("was refused: " + code)
                        .hasMessageNotContaining("not-the-key"))
                .verify(LONG);
    }

    private static InstanceSet standalone(int number, TencentRedis client) {
        return client.items(DescribeInstancesRequest.builder().limit(5).build())
                .filter(row -> !ProductArchitecture.CLUSTER.equals(row.productType()))
                .elementAt(number)
                .block(LONG);
    }

    private static InstanceSet instance(String id) {
        var found = instances()
                .filter(row -> id.equals(row.instanceId()))
                .findFirst()
                .orElseThrow();
        assertThat(found.status()).isEqualTo(InstanceStatus.RUNNING);
        return found;
    }

    private static Stream<InstanceSet> instances() {
        return redis.items(DescribeInstancesRequest.builder().build()).collectList().block(LONG).stream();
    }

    private static TencentRedis api3(TencentDoor door) {
        return atTheDoor(door).build();
    }

    private static TencentRedisBuilder atTheDoor(TencentDoor door) {
        return TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .door(door)
                .strict(true);
    }

    private static TencentCrs crs(ParameterDoor door, SignatureMethod method, String key) {
        return TencentCrs.builder()
                .credentials(Credentials.of(cloud.secretId(), key))
                .region("gz")
                .endpoint(cloud.endpoint())
                .door(door)
                .signatureMethod(method)
                .strict(true)
                .build();
    }

    private static AliyunKvStore aliyun(AlibabaDoor door, AlibabaFormat format, String secret) {
        return AliyunKvStore.builder()
                .credentials(Credentials.of(cloud.secretId(), secret))
                .region("cn-hangzhou")
                .endpoint(cloud.endpoint())
                .door(door)
                .format(format)
                .strict(true)
                .build();
    }
}
