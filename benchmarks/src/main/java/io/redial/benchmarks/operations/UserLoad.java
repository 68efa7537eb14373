package io.redial.benchmarks.operations;

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
final class UserLoad {
    private static final List<RecurringCall> RECURRING_CALLS = List.of(
            new RecurringCall(30, DescribeTaskListRequest.builder().limit(1).build()),
            new RecurringCall(160, DescribeInstanceDealDetailRequest.of(List.of("1"))),
            new RecurringCall(160, DescribeTaskInfoRequest.of(1)),
            new RecurringCall(90, DescribeInstancesRequest.builder().limit(1).build()));

    private final OperationsFixture fixture;
    private final UserCalls calls = new UserCalls();

    private record RecurringCall(int intervalMillis, ApiRequest<?> request) {}

    private UserLoad(OperationsFixture test) {
        this.fixture = test;
    }

    /** At work until something ends: what they called, when all of it is answered. */
    static Mono<UserCalls> runUntil(Mono<?> end, OperationsFixture test) {
        return Mono.defer(() -> {
            var users = new UserLoad(test);
            var ended = end.then().cache();
            return Flux.fromIterable(RECURRING_CALLS)
                    .flatMap(habit -> users.repeat(habit, ended))
                    .then(ended)
                    .thenReturn(users.calls);
        });
    }

    private Flux<?> repeat(RecurringCall habit, Mono<Void> end) {
        return Flux.interval(Duration.ofMillis(habit.intervalMillis()), BenchmarkClock.SCHEDULER)
                .onBackpressureDrop()
                .takeUntilOther(end)
                .flatMap(tick -> call(habit.request()));
    }

    /** That there is no such task is an answer like another. */
    private Mono<Void> call(ApiRequest<?> request) {
        return Mono.defer(() -> {
            var exhausted = fixture.isRateLimitExhausted(request.action());
            var began = BenchmarkClock.nanos();
            return fixture.redis()
                    .call(request)
                    .then()
                    .onErrorComplete(ServiceException.class)
                    .doOnError(calls::recordFailure)
                    .onErrorComplete()
                    .doOnTerminate(
                            () -> calls.recordCall(request.action().name(), BenchmarkClock.nanos() - began, exhausted));
        });
    }
}
