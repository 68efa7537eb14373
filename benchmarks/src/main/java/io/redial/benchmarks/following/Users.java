package io.redial.benchmarks.following;

import io.redial.core.ApiRequest;
import io.redial.core.error.ServiceException;
import io.redial.tencent.redis.DescribeInstanceDealDetailRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskListRequest;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do meanwhile, on the quotas that look-ups need: about a third of each. */
final class Users {
    private static final List<Habit> HABITS = List.of(
            new Habit(30, DescribeTaskListRequest.builder().limit(1).build()),
            new Habit(160, DescribeInstanceDealDetailRequest.of(List.of("1"))),
            new Habit(160, DescribeTaskInfoRequest.of(1)),
            new Habit(90, DescribeInstancesRequest.builder().limit(1).build()));

    private final CloudOfWork test;
    private final UserCalls calls = new UserCalls();

    private record Habit(int everyMillis, ApiRequest<?> request) {}

    private Users(CloudOfWork test) {
        this.test = test;
    }

    /** At work until something ends: what they called, when all of it is answered. */
    static Mono<UserCalls> until(Mono<?> end, CloudOfWork test) {
        return Mono.defer(() -> {
            var users = new Users(test);
            var ended = end.then().cache();
            return Flux.fromIterable(HABITS)
                    .flatMap(habit -> users.follow(habit, ended))
                    .then(ended)
                    .thenReturn(users.calls);
        });
    }

    private Flux<?> follow(Habit habit, Mono<Void> end) {
        return Flux.interval(Duration.ofMillis(habit.everyMillis()), Clock.TIMERS)
                .onBackpressureDrop()
                .takeUntilOther(end)
                .flatMap(tick -> call(habit.request()));
    }

    /** That there is no such task is an answer like another. */
    private Mono<Void> call(ApiRequest<?> request) {
        return Mono.defer(() -> {
            var exhausted = test.exhausted(request.action());
            var began = Clock.nanos();
            return test.redis()
                    .call(request)
                    .then()
                    .onErrorComplete(ServiceException.class)
                    .doOnError(calls::failed)
                    .onErrorComplete()
                    .doOnTerminate(() -> calls.called(request.action().name(), Clock.nanos() - began, exhausted));
        });
    }
}
