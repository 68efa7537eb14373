package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TaskFailedException;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.junit.CloudEmulatorTest;
import io.redial.emulator.junit.CloudEmulatorTest.Lifecycle;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceStatus;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The client against a cloud that checks signatures, counts requests and takes its time. */
@CloudEmulatorTest(
        instances = 45,
        taskMillis = {100, 400},
        lifecycle = Lifecycle.PER_CLASS)
class TencentRedisOnTheEmulatorTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static CloudEmulator cloud;
    private static TencentRedis redis;

    @BeforeAll
    static void start(CloudEmulator emulator) {
        cloud = emulator;
        redis = client(Credentials.of(cloud.secretId(), cloud.secretKey()));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void listsEveryInstancePageByPage() {
        var request = DescribeInstancesRequest.builder().limit(10).build();

        var ids =
                redis.items(request).map(InstanceSet::instanceId).collectList().block(LONG);

        assertThat(ids).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    @CloudEmulatorTest(instances = 10_000)
    void listsTenThousandInstancesInTenCalls(CloudEmulator large) {
        try (var client = client(large, Credentials.of(large.secretId(), large.secretKey()))) {
            var ids = client.items(DescribeInstancesRequest.builder().build())
                    .map(InstanceSet::instanceId)
                    .collectList()
                    .block(LONG);

            assertThat(ids).hasSize(10_000).doesNotHaveDuplicates();
            assertThat(large.callCount("DescribeInstances")).isEqualTo(10);
            assertThat(large.throttledCount()).isZero();
        }
    }

    @Test
    void goesOnWithTheListWhereAPageSays() {
        var request = DescribeInstancesRequest.builder().limit(10).build();
        var page = redis.pages(request).elementAt(2).block(LONG);

        var rest = redis.items(request.atPage(page.next(), page.size()))
                .collectList()
                .block(LONG);

        assertThat(page.position()).isEqualTo(20);
        assertThat(page.total()).isEqualTo(45);
        assertThat(rest).hasSize(15).doesNotContainAnyElementsOf(page.items());
    }

    @Test
    void followsAnOrderUntilItsInstanceRunsAgain() {
        var instance = instance(0);
        var request = UpgradeInstanceRequest.of(instance.instanceId(), instance.redisShardSize() + 1024);

        var progress = redis.follow(request).collectList().block(LONG);

        assertThat(progress).first().isInstanceOf(Progress.Submitted.class);
        assertThat(progress).last().isInstanceOf(Progress.Succeeded.class);
        assertThat(progress).filteredOn(Progress.Running.class::isInstance).isNotEmpty();
        var after = instance(0);
        assertThat(after.status()).isEqualTo(InstanceStatus.RUNNING);
        assertThat(after.redisShardSize()).isEqualTo(instance.redisShardSize() + 1024);
        assertThat(cloud.acceptedUpgradeCount(instance.instanceId())).isOne();
    }

    @Test
    void followsATask() {
        StepVerifier.create(redis.follow(ClearInstanceRequest.of(instance(1).instanceId()))
                        .last())
                .assertNext(last -> assertThat(last).isInstanceOf(Progress.Succeeded.class))
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void workThatFailsIsAnErrorWithTheReasonOfTheCloud() {
        var id = instance(2).instanceId();
        cloud.failNextTask(id, "the disk is full");

        StepVerifier.create(redis.follow(ClearInstanceRequest.of(id)).last())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TaskFailedException.class)
                        .hasMessageContaining("ClearInstance in ap-guangzhou was accepted, but its work failed: task:")
                        .hasMessageContaining("the disk is full"))
                .verify(LONG);
    }

    @Test
    void anOrderThatFailsIsAnError() {
        var instance = instance(3);
        cloud.failNextTask(instance.instanceId(), "sold out");

        StepVerifier.create(
                        redis.follow(UpgradeInstanceRequest.of(instance.instanceId(), instance.redisShardSize() + 1024))
                                .last())
                .expectError(TaskFailedException.class)
                .verify(LONG);
    }

    @Test
    void followsManyOrdersTogether() {
        var upgrades = Flux.range(10, 30)
                .map(TencentRedisOnTheEmulatorTest::instance)
                .flatMap(
                        instance -> redis.follow(UpgradeInstanceRequest.of(
                                        instance.instanceId(), instance.redisShardSize() + 1024))
                                .last(),
                        30)
                .collectList();

        assertThat(upgrades.block(LONG)).hasSize(30).allMatch(Progress.Succeeded.class::isInstance);
        assertThat(cloud.callCount("DescribeInstanceDealDetail"))
                .as("ten orders a call")
                .isLessThan(60);
    }

    @Test
    void aRefusalNamesTheCallAndTheReason() {
        StepVerifier.create(
                        redis.upgradeInstance(r -> r.instanceId("crs-nosuch12").memSize(4096)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                refused -> assertThat(refused.code()).isEqualTo("ResourceNotFound.InstanceNotExists"))
                        .hasMessageStartingWith("UpgradeInstance in ap-guangzhou was refused"))
                .verify(LONG);
    }

    @Test
    void aWrongKeyIsRefused() {
        try (var stranger = client(Credentials.of(cloud.secretId(), "not-the-key"))) {
            StepVerifier.create(stranger.describeInstances())
                    .expectErrorSatisfies(error -> assertThat(error)
                            .hasMessageContaining("AuthFailure.SignatureFailure")
                            .hasMessageNotContaining("not-the-key"))
                    .verify(LONG);
        }
    }

    @Test
    void anActionThatNobodyKnowsCanBeCalledByName() {
        StepVerifier.create(redis.call("DescribeInstances", "2018-04-12", Map.of("Limit", 1)))
                .assertNext(response -> assertThat((List<?>) response.fields().get("InstanceSet"))
                        .hasSize(1))
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void threeTimesTheQuotaAtOnceIsNotRefusedOnce() {
        var calls = Flux.range(0, 60)
                .flatMap(i -> redis.describeBackupDownloadRestriction(), 60)
                .then();

        StepVerifier.create(calls).expectComplete().verify(LONG);
        assertThat(cloud.throttledCount()).isZero();
    }

    private static InstanceSet instance(int number) {
        var request = DescribeInstancesRequest.builder().limit(1).offset(number).build();
        var page = Mono.from(redis.call(request)).block(LONG);
        return page.instanceSet().get(0);
    }

    private static TencentRedis client(Credentials credentials) {
        return client(cloud, credentials);
    }

    private static TencentRedis client(CloudEmulator cloud, Credentials credentials) {
        return TencentRedis.builder()
                .credentials(credentials)
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .strict(true)
                .build();
    }
}
