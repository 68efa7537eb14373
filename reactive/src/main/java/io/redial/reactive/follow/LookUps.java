package io.redial.reactive.follow;

import static java.util.stream.Collectors.toMap;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.tencent.redis.DescribeInstanceDealDetailRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.DescribeTaskListRequest;
import io.redial.tencent.redis.DescribeTaskListResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskType;
import io.redial.tencent.redis.TradeDealDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The calls that tell how work goes on. Each is given up after a time, and signals on the tracker's own lane of threads.
 *
 * @param calls how they are sent
 * @param timeout how long one may take, with waiting for its quota
 * @param scheduler the timers
 * @param signalOn where they signal
 */
record LookUps(Calls calls, Duration timeout, Scheduler scheduler, Scheduler signalOn) {
    static final int TASKS_IN_A_PAGE = 100;
    static final int ORDERS_IN_A_CALL = 10;
    static final int INSTANCES_IN_A_CALL = 100;

    /** The most tasks of one instance that are looked through: many more than it can have had in the time in question. */
    private static final int TASKS_OF_AN_INSTANCE = 1_000;

    Mono<DescribeTaskInfoResponse> task(long id) {
        return call(DescribeTaskInfoRequest.of(id));
    }

    /** A page of the tasks that were started at that time or later. */
    Mono<DescribeTaskListResponse> tasks(Instant since, int page) {
        return call(DescribeTaskListRequest.builder()
                .beginTime(CloudTime.text(since))
                .limit(TASKS_IN_A_PAGE)
                .offset((long) page * TASKS_IN_A_PAGE)
                .build());
    }

    /**
     * The tasks of an instance that were started at that time or later.
     *
     * @param types their types; empty for all
     */
    Flux<TaskInfoDetail> tasksOf(String instanceId, Collection<String> types, Instant since) {
        var request = DescribeTaskListRequest.builder()
                .instanceId(instanceId)
                .taskTypes(types.stream().map(TaskType::of).toList())
                .beginTime(CloudTime.text(since))
                .limit(TASKS_IN_A_PAGE);
        return Flux.range(0, TASKS_OF_AN_INSTANCE / TASKS_IN_A_PAGE)
                .concatMap(
                        page -> call(
                                request.offset((long) page * TASKS_IN_A_PAGE).build()),
                        1)
                .takeUntil(page -> page.tasks().size() < TASKS_IN_A_PAGE)
                .concatMapIterable(DescribeTaskListResponse::tasks);
    }

    /** What is known of orders, at most {@link #ORDERS_IN_A_CALL} of them. */
    Mono<Map<String, TradeDealDetail>> orders(List<String> ids) {
        return call(DescribeInstanceDealDetailRequest.of(ids))
                .map(answer -> byId(answer.dealDetails(), TradeDealDetail::dealId));
    }

    /** The instances that are there, of at most {@link #INSTANCES_IN_A_CALL}. */
    Mono<Map<String, InstanceSet>> instances(List<String> ids) {
        return call(DescribeInstancesRequest.builder()
                        .instanceIds(ids)
                        .limit(INSTANCES_IN_A_CALL)
                        .build())
                .map(answer -> byId(answer.instanceSet(), InstanceSet::instanceId));
    }

    private <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return calls.call(request).timeout(timeout, scheduler).publishOn(signalOn);
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, @Nullable String> id) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(id.apply(row)).map(key -> Map.entry(key, row)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (left, right) -> right));
    }
}
