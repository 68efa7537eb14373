package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.error.FollowDeadlineException;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TaskFailedException;
import io.redial.core.error.WorkNotFoundException;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.reactive.follow.FollowOptions;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Following work on a cloud whose tasks go every way that tasks can go, in virtual time. */
class FollowingTest {
    private static final Duration TASK = Duration.ofSeconds(20);

    private final VirtualCloud virtual =
            new VirtualCloud(options -> options.instances(60).taskDuration(TASK, TASK));
    private List<InstanceSet> instances;

    /** What one follower was told, and when it ended. */
    private final class Followed {
        final List<Progress<?>> progress = new ArrayList<>();
        final Disposable subscription;
        Throwable error;
        Duration endedAfter;

        Followed(Flux<? extends Progress<?>> work) {
            var began = virtual.now();
            subscription = work.doFinally(end -> endedAfter = Duration.between(began, virtual.now()))
                    .subscribe(progress::add, failure -> error = failure);
        }

        boolean succeeded() {
            return !progress.isEmpty() && progress.get(progress.size() - 1) instanceof Progress.Succeeded;
        }
    }

    @BeforeEach
    void list() {
        virtual.redis
                .items(DescribeInstancesRequest.builder().build())
                .collectList()
                .subscribe(all -> instances = all);
        virtual.pass(Duration.ofSeconds(1));
        assertThat(instances).hasSize(60);
    }

    @AfterEach
    void close() {
        virtual.close();
    }

    @Test
    void aTaskIsToldToBeOverAsSoonAsItIs() {
        var followed = follow(clear(0));

        virtual.pass(TASK.plusSeconds(1));

        assertThat(followed.succeeded()).isTrue();
        assertThat(followed.progress)
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("Submitted", "Running", "Running", "Succeeded");
        assertThat(followed.endedAfter).isBetween(TASK, TASK.plusMillis(600));
    }

    @Test
    void aTaskThatFailsIsAnErrorWithItsReason() {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.fails("the disk is full"));
        var followed = follow(clear(0));

        virtual.pass(TASK.plusSeconds(1));

        assertThat(followed.error)
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("failed: the disk is full");
        assertThat(followed.endedAfter).isLessThan(TASK.plusMillis(600));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void aTaskThatAnswersErrorFailsLookedUpAloneOrInASweep(int together) {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.endsInError("no master"));
        var followed = Flux.range(0, together)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();

        virtual.pass(TASK.plusSeconds(3));

        assertThat(followed.get(0).error)
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("error: no master");
        assertThat(followed.subList(1, together)).allMatch(Followed::succeeded);
    }

    @Test
    void aTaskThatVanishesFromTheListIsLookedUpByItself() {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.unlisted());
        var followed = Flux.range(0, 30)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();

        virtual.pass(TASK.plusSeconds(4));

        assertThat(followed).allMatch(Followed::succeeded);
        assertThat(virtual.cloud.callCount("DescribeTaskInfo")).isBetween(1L, 10L);
    }

    @Test
    void aTaskThatNobodyKnowsAnyMoreIsSaidToBeUnknown() {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.notFound());
        var followed = follow(clear(0));

        virtual.pass(TASK.plusSeconds(2));

        assertThat(followed.error)
                .isInstanceOf(WorkNotFoundException.class)
                .hasMessageContaining("it was last seen running, but now")
                .hasMessageContaining("No task exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task:42", "flow:42", "deal:42", "deal:no-such-order/running"})
    void aHandleOfUnknownWorkIsSaidToBeUnknownAfterAWhile(String handle) {
        var followed = new Followed(virtual.redis.follow(Handle.parse(handle)));

        virtual.pass(Duration.ofSeconds(9));
        assertThat(followed.error).as("it may not be shown yet").isNull();
        virtual.pass(Duration.ofSeconds(3));

        assertThat(followed.error)
                .isInstanceOf(WorkNotFoundException.class)
                .hasMessageContaining(handle)
                .hasMessageContaining("ap-guangzhou");
    }

    @Test
    void aTaskOfFortyMinutesIsFollowedWithFewPollsAndLittleDelay() {
        var length = Duration.ofMinutes(40);
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.succeedsAfter(length));
        var followed = follow(clear(0));

        virtual.pass(length.plusSeconds(11));

        assertThat(followed.succeeded()).isTrue();
        assertThat(followed.endedAfter.minus(length)).isLessThan(Duration.ofSeconds(11));
        assertThat(virtual.cloud.callCount("DescribeTaskInfo")).isLessThan(1_200);
    }

    @Test
    void workThatNeverEndsIsFollowedUntilTheDeadline() {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.neverCompletes());
        var options = FollowOptions.defaults().withDeadline(Duration.ofMinutes(5));
        var followed = new Followed(virtual.redis.follow(clear(0), options));

        virtual.pass(Duration.ofMinutes(5));

        assertThat(followed.error)
                .isInstanceOf(FollowDeadlineException.class)
                .hasMessageContaining("not over after 300 s: task:");
        assertThat(followed.endedAfter).isEqualTo(Duration.ofMinutes(5));
        nothingIsAskedAnyMore();
    }

    @Test
    void anOrderIsOverWhenItsInstanceRunsAgain() {
        var followed = follow(upgrade(0));

        virtual.pass(TASK.plusSeconds(2));

        assertThat(followed.succeeded()).isTrue();
        assertThat(followed.endedAfter).isBetween(TASK, TASK.plusMillis(1_200));
    }

    @Test
    void anOrderThatFailsTellsTheReasonOfItsTask() {
        virtual.cloud.setNextTaskOutcome(id(0), TaskOutcome.fails("sold out"));
        var followed = follow(upgrade(0));

        virtual.pass(TASK.plusSeconds(2));

        assertThat(followed.error)
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("DELIVERY_FAILED: Delivery failed: sold out");
    }

    @Test
    void anyProcessCanGoOnFollowingFromAHandle() {
        var first = follow(upgrade(0));
        virtual.pass(TASK.dividedBy(2));
        first.subscription.dispose();
        var handle = first.progress.get(0).handle().toString();

        var other = virtual.client(settings -> settings);
        var second = new Followed(other.follow(Handle.parse(handle)));
        virtual.pass(TASK.dividedBy(2).plusSeconds(2));

        assertThat(second.succeeded()).isTrue();
    }

    @Test
    void aHandleOfAnOrderThatIsLongDoneIsOverAtOnce() {
        var first = follow(upgrade(0));
        virtual.pass(TASK.plusSeconds(2));
        virtual.pass(Duration.ofHours(3));

        var again = new Followed(virtual.redis.follow(
                Handle.of(Handle.Kind.DEAL, first.progress.get(0).handle().ids())));
        virtual.pass(Duration.ofSeconds(2));

        assertThat(again.succeeded()).isTrue();
    }

    @Test
    void cancellingOneFollowerDoesNotDisturbTheOthers() {
        var followed = Flux.range(0, 20)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();
        virtual.pass(Duration.ofSeconds(5));

        followed.get(3).subscription.dispose();
        followed.get(7).subscription.dispose();
        virtual.pass(TASK);

        assertThat(followed).filteredOn(Followed::succeeded).hasSize(18);
    }

    @Test
    void nothingIsAskedWhenNobodyFollows() {
        var followed = Flux.range(0, 20)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();
        virtual.pass(Duration.ofSeconds(5));

        followed.forEach(follower -> follower.subscription.dispose());

        nothingIsAskedAnyMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeTaskList", "DescribeTaskInfo", "DescribeInstanceDealDetail", "DescribeInstances"})
    void errorsOfSinglePollsAreSurvived(String action) {
        virtual.cloud.failRequests(action, "InternalError.DbOperationFailed", "for now", 8);
        virtual.cloud.loseResponses(action, 2);
        var tasks = Flux.range(0, 10)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();
        var one = follow(upgrade(30));

        virtual.pass(TASK.plusSeconds(30));

        assertThat(tasks).allMatch(Followed::succeeded);
        assertThat(one.succeeded()).isTrue();
    }

    @Test
    void withoutPermissionToListTasksTheyAreLookedUpOneByOne() {
        virtual.cloud.failRequests("DescribeTaskList", "UnauthorizedOperation", "no", 1_000);
        var followed = Flux.range(0, 10)
                .map(number -> follow(clear(number)))
                .collectList()
                .block();

        virtual.pass(TASK.plusSeconds(3));

        assertThat(followed).allMatch(Followed::succeeded);
        assertThat(virtual.cloud.callCount("DescribeTaskList")).isEqualTo(1);
    }

    @Test
    void withoutPermissionToLookUpAnythingTheErrorSaysSo() {
        virtual.cloud.failRequests("DescribeTaskInfo", "UnauthorizedOperation", "no", 1_000);
        var followed = follow(clear(0));

        virtual.pass(Duration.ofSeconds(2));

        assertThat(followed.error).isInstanceOf(ServiceException.class).hasMessageContaining("UnauthorizedOperation");
    }

    @Test
    void aPollThatHangsIsGivenUpAndAskedAgain() {
        virtual.hanging.put("DescribeTaskInfo", 3);
        var options = FollowOptions.defaults().withPollTimeout(Duration.ofSeconds(2));
        var followed = new Followed(virtual.redis.follow(clear(0), options));

        virtual.pass(TASK.plusSeconds(2));

        assertThat(followed.succeeded()).isTrue();
    }

    @Test
    void whenUsersTakeTheWholeQuotaWorkIsFollowedAllTheSame() {
        var users = Flux.interval(Duration.ofMillis(30), virtual.time)
                .onBackpressureDrop()
                .flatMap(
                        tick -> virtual.redis.describeTaskInfo(r -> r.taskId(1)).onErrorComplete())
                .subscribe();
        var followed = follow(clear(0));

        virtual.pass(TASK.plusSeconds(5));
        users.dispose();

        assertThat(followed.succeeded()).isTrue();
    }

    private void nothingIsAskedAnyMore() {
        var calls = virtual.cloud.callCount();
        virtual.pass(Duration.ofMinutes(10));
        assertThat(virtual.cloud.callCount()).isEqualTo(calls);
    }

    private Followed follow(FollowableRequest<?> request) {
        return new Followed(virtual.redis.follow(request));
    }

    private String id(int number) {
        return instances.get(number).instanceId();
    }

    private FollowableRequest<?> clear(int number) {
        return ClearInstanceRequest.of(id(number));
    }

    private FollowableRequest<?> upgrade(int number) {
        return UpgradeInstanceRequest.of(id(number), instances.get(number).redisShardSize() + 1024);
    }
}
