package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.reactive.follow.Following;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DestroyPrepaidInstanceRequest;
import io.redial.tencent.redis.ManualBackupInstanceRequest;
import io.redial.tencent.redis.RenewInstanceRequest;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What has become of a call whose answer never came, in virtual time. */
class LostAnswerTest {
    private static final Duration TASK = Duration.ofSeconds(30);

    private final VirtualCloud virtual =
            new VirtualCloud(options -> options.instances(5).taskDuration(TASK, TASK));
    private final Following following = virtual.redis.following();
    private final List<Handle> found = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();
    private boolean answered;
    private String instance;

    @BeforeEach
    void list() {
        virtual.redis
                .items(DescribeInstancesRequest.builder().build())
                .next()
                .subscribe(first -> instance = first.instanceId());
        virtual.pass(TASK);
    }

    @AfterEach
    void close() {
        virtual.close();
    }

    @Test
    void aCallThatWasTakenIsFoundByItsTask() {
        virtual.cloud.loseResponses("UpgradeInstance", 1);
        var sentAt = send(UpgradeInstanceRequest.of(instance, 65_536));

        find(UpgradeInstanceRequest.of(instance, 65_536), sentAt);
        virtual.pass(Duration.ofSeconds(1));

        assertThat(errors).isEmpty();
        assertThat(found)
                .singleElement()
                .satisfies(handle -> assertThat(handle.toString()).matches("task:\\d+/changed/" + instance));
    }

    @Test
    void whatWasFoundIsFollowedToItsEnd() {
        virtual.cloud.loseResponses("UpgradeInstance", 1);
        find(UpgradeInstanceRequest.of(instance, 65_536), send(UpgradeInstanceRequest.of(instance, 65_536)));
        virtual.pass(Duration.ofSeconds(1));
        var done = new ArrayList<>();

        virtual.redis.follow(found.get(0)).last().subscribe(done::add);
        virtual.pass(TASK.minusSeconds(2));
        assertThat(done).isEmpty();
        virtual.pass(Duration.ofSeconds(3));

        assertThat(done).hasSize(1);
    }

    @Test
    void aCallThatWasNotTakenIsSaidSoOnlyWhenItCannotBeUnderWayAnyMore() {
        virtual.cloud.dropRequests("ClearInstance", 1);
        var sentAt = send(ClearInstanceRequest.of(instance));

        find(ClearInstanceRequest.of(instance), sentAt);
        virtual.pass(Duration.ofSeconds(10));
        assertThat(answered).isFalse();
        virtual.pass(Duration.ofSeconds(2));

        assertThat(answered).isTrue();
        assertThat(found).isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void anEarlierTaskOfTheSameKindIsNotTakenForIt() {
        send(ClearInstanceRequest.of(instance));
        virtual.pass(TASK.plusSeconds(10));
        virtual.cloud.dropRequests("ClearInstance", 1);

        find(ClearInstanceRequest.of(instance), send(ClearInstanceRequest.of(instance)));
        virtual.pass(Duration.ofSeconds(12));

        assertThat(answered).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void aTaskOfAnotherKindIsNotTakenForIt() {
        var sentAt = send(ManualBackupInstanceRequest.of(instance));

        find(ClearInstanceRequest.of(instance), sentAt);
        virtual.pass(Duration.ofSeconds(12));

        assertThat(answered).isTrue();
        assertThat(found).isEmpty();
    }

    @Test
    void instancesThatWereToGoAreWaitedForByName() {
        virtual.cloud.loseResponses("DestroyPrepaidInstance", 1);

        find(DestroyPrepaidInstanceRequest.of(instance), send(DestroyPrepaidInstanceRequest.of(instance)));
        virtual.pass(Duration.ofSeconds(1));

        assertThat(found)
                .singleElement()
                .satisfies(handle -> assertThat(handle.toString()).matches("task:\\d+/gone/" + instance));
    }

    @Test
    void whatLeavesNoTaskCannotBeTold() {
        var request = RenewInstanceRequest.of(1, instance);

        find(request, virtual.now());

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(OutcomeUnknownException.class)
                        .hasMessageContaining(
                                "RenewInstance in ap-guangzhou was sent, but whether it was done is unknown"));
    }

    @Test
    void lookUpsThatFailAreRepeatedAndAtLastItCannotBeTold() {
        virtual.cloud.loseResponses("UpgradeInstance", 1);
        virtual.cloud.failRequests("DescribeTaskList", "InternalError", "for now", 10);
        find(UpgradeInstanceRequest.of(instance, 65_536), send(UpgradeInstanceRequest.of(instance, 65_536)));
        virtual.pass(Duration.ofSeconds(60));
        assertThat(found).hasSize(1);

        virtual.cloud.failRequests("DescribeTaskList", "InternalError", "for ever", 1_000);
        find(ClearInstanceRequest.of(instance), virtual.now());
        virtual.pass(Duration.ofMinutes(4));
        assertThat(errors).singleElement().isInstanceOf(OutcomeUnknownException.class);
    }

    private Instant send(FollowableRequest<?> request) {
        var sentAt = following.serverTime();
        virtual.redis
                .call(request)
                .onErrorResume(OutcomeUnknownException.class, lost -> Mono.empty())
                .subscribe();
        virtual.pass(Duration.ofMillis(50));
        return sentAt;
    }

    private void find(FollowableRequest<?> request, Instant sentAt) {
        following.find(request, sentAt).doOnTerminate(() -> answered = true).subscribe(found::add, errors::add);
    }
}
