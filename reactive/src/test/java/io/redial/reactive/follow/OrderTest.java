package io.redial.reactive.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Handle;
import io.redial.core.error.TaskFailedException;
import io.redial.core.protocol.Target;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.DealStatus;
import io.redial.tencent.redis.DescribeInstanceDealDetailResponse;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.DescribeTaskListResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceStatus;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskResult;
import io.redial.tencent.redis.TradeDealDetail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** When an order is over: a server may deliver it before its instance shows any change. */
class OrderTest {
    private static final String ID = "crs-5a4py64p";
    private static final DescribeTaskListResponse NO_TASK = tasks();

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedCalls calls = new ScriptedCalls()
            .answer("DescribeInstanceDealDetail", deal(DealStatus.DELIVERED))
            .answer("DescribeTaskList", NO_TASK);
    private final Following following = Following.ofTencentRedis(
            new Target(URI.create("https://redis.example.com"), "ap-guangzhou"), calls, time, () -> Instant.EPOCH);
    private final List<String> states = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    @Test
    void anInstanceThatRunsMustFirstBeSeenToChange() {
        calls.answer(
                "DescribeInstances",
                instance(InstanceStatus.RUNNING),
                instance(InstanceStatus.RUNNING),
                instance(InstanceStatus.PROCESSING),
                instance(InstanceStatus.PROCESSING),
                instance(InstanceStatus.RUNNING));
        follow("deal:7");

        afterRounds(4);
        assertThat(states).containsExactly("Submitted", "DELIVERED", "PROCESSING");
        afterRounds(1);

        assertThat(states).endsWith("Succeeded");
    }

    @Test
    void aTaskThatEndedSinceTheOrderIsAsGood() {
        calls.answer("DescribeInstances", instance(InstanceStatus.RUNNING))
                .answer("DescribeTaskList", NO_TASK, tasks(TaskResult.RUNNING), tasks(TaskResult.COMPLETED));
        follow("deal:7");

        afterRounds(2);
        assertThat(states).containsExactly("Submitted", "DELIVERED");
        afterRounds(1);

        assertThat(states).endsWith("Succeeded");
    }

    @Test
    void anInstanceThatRunsForAWholeMinuteHasChangedUnseen() {
        calls.answer("DescribeInstances", instance(InstanceStatus.RUNNING));
        follow("deal:7");

        time.advanceTimeBy(Duration.ofSeconds(59));
        assertThat(states).containsExactly("Submitted", "DELIVERED");
        time.advanceTimeBy(Duration.ofSeconds(3));

        assertThat(states).endsWith("Succeeded");
    }

    @Test
    void aNewInstanceNeedsOnlyToRun() {
        calls.answer(
                "DescribeInstances",
                DescribeInstancesResponse.builder().build(),
                instance(InstanceStatus.TO_BE_INITIALIZED),
                instance(InstanceStatus.RUNNING));
        follow("deal:7/running");

        afterRounds(3);

        assertThat(states).containsExactly("Submitted", "DELIVERED", "TO_BE_INITIALIZED", "Succeeded");
    }

    @Test
    void anOrderThatChangesNothingIsOverWhenItIsDelivered() {
        follow("deal:7/done");

        afterRounds(1);

        assertThat(states).containsExactly("Submitted", "Succeeded");
    }

    @Test
    void anInstanceThatIsIsolatedInsteadIsAFailure() {
        calls.answer("DescribeInstances", instance(InstanceStatus.ISOLATED));
        follow("deal:7");

        afterRounds(1);

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(TaskFailedException.class)
                        .hasMessageContaining("its instance " + ID + " is ISOLATED"));
    }

    @Test
    void whatIsToBeGoneIsOverWhenItIsIsolatedOrGone() {
        calls.answer(
                "DescribeInstances",
                instance(InstanceStatus.RUNNING),
                instance(InstanceStatus.PROCESSING),
                instance(InstanceStatus.ISOLATED));
        follow("deal:7/gone/" + ID);

        afterRounds(3);

        assertThat(states).containsExactly("Submitted", "RUNNING", "PROCESSING", "Succeeded");
        assertThat(calls.asked).containsOnly("DescribeInstances");
    }

    @Test
    void toBeFollowedUntilGoneAHandleNamesItsInstances() {
        follow("deal:7/gone");

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("deal:7/gone/INSTANCE"));
    }

    @Test
    void aTaskThatBeganBeforeACallWasSentIsNotTakenForItsWork() {
        var sentAt = Instant.parse("2026-01-01T00:00:00Z");
        calls.answer("DescribeTaskList", tasks(TaskResult.RUNNING)); // of midnight in UTC+8, eight hours before
        var now = Following.ofTencentRedis(
                new Target(URI.create("https://redis.example.com"), "ap-guangzhou"),
                calls,
                time,
                () -> sentAt.plusNanos(time.now(TimeUnit.NANOSECONDS)));

        now.find(ClearInstanceRequest.of(ID), sentAt)
                .map(Handle::toString)
                .defaultIfEmpty("none")
                .subscribe(states::add, errors::add);
        time.advanceTimeBy(Duration.ofSeconds(12));

        assertThat(states).containsExactly("none");
    }

    private void follow(String handle) {
        following
                .follow(Handle.parse(handle), FollowOptions.defaults())
                .map(step -> step instanceof Progress.Running<?> running
                        ? running.state()
                        : step.getClass().getSimpleName())
                .subscribe(states::add, errors::add);
    }

    private void afterRounds(int rounds) {
        time.advanceTimeBy(Duration.ofMillis(500L * rounds));
    }

    private static DescribeInstanceDealDetailResponse deal(DealStatus status) {
        return DescribeInstanceDealDetailResponse.builder()
                .dealDetails(TradeDealDetail.builder()
                        .dealId("7")
                        .status(status)
                        .createTime("2026-01-01 00:00:00")
                        .instanceIds(ID)
                        .build())
                .build();
    }

    private static DescribeInstancesResponse instance(InstanceStatus status) {
        return DescribeInstancesResponse.builder()
                .instanceSet(InstanceSet.builder().instanceId(ID).status(status).build())
                .build();
    }

    private static DescribeTaskListResponse tasks(TaskResult... results) {
        return DescribeTaskListResponse.builder()
                .tasks(Arrays.stream(results)
                        .map(result -> TaskInfoDetail.builder()
                                .taskId(1)
                                .instanceId(ID)
                                .startTime("2026-01-01 00:00:00")
                                .result(result)
                                .build())
                        .toList())
                .build();
    }
}
