package io.redial.reactive.follow;

import static java.util.stream.Collectors.toMap;

import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.TaskFailedException;
import io.redial.tencent.redis.DealStatus;
import io.redial.tencent.redis.DescribeInstanceDealDetailRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceStatus;
import io.redial.tencent.redis.TaskStatus;
import io.redial.tencent.redis.TradeDealDetail;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * How TencentDB for Redis tells of work: tasks and flows with DescribeTaskInfo, orders with DescribeInstanceDealDetail.
 *
 * <p>An order that is delivered is not the end: its instances still change for a moment, so they are watched until they
 * have settled.
 */
final class TencentRedisWork implements WorkStates {
    private static final int DEALS_IN_A_CALL = 10;
    private static final int INSTANCES_IN_A_CALL = 100;
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Set<DealStatus> PENDING_DEALS =
            Set.of(DealStatus.UNPAID, DealStatus.PAID, DealStatus.DELIVERING, DealStatus.PAYING);
    private static final Set<InstanceStatus> UNSETTLED =
            Set.of(InstanceStatus.TO_BE_INITIALIZED, InstanceStatus.PROCESSING);

    private final Poller<String, DescribeTaskInfoResponse> tasks;
    private final Poller<String, TradeDealDetail> deals;
    private final Poller<String, InstanceSet> instances;
    private final Calls calls;
    private final Scheduler scheduler;

    TencentRedisWork(Calls calls, Scheduler scheduler) {
        this.calls = calls;
        this.scheduler = scheduler;
        this.tasks = poller(this::describeTask, 1);
        this.deals = poller(this::describeDeals, DEALS_IN_A_CALL);
        this.instances = poller(this::describeInstances, INSTANCES_IN_A_CALL);
    }

    @Override
    public Flux<String> of(CallSite call, Handle handle) {
        return Flux.fromIterable(handle.ids())
                .flatMap(id -> handle.kind() == Handle.Kind.DEAL ? deal(call, id) : task(call, handle.kind(), id));
    }

    private Flux<String> task(CallSite call, Handle.Kind kind, String id) {
        return tasks.watch(id)
                .takeUntil(task -> is(task.status(), TaskStatus.SUCCEEDED))
                .handle((task, sink) -> {
                    if (is(task.status(), TaskStatus.FAILED) || is(task.status(), TaskStatus.ERROR)) {
                        sink.error(new TaskFailedException(
                                call,
                                Handle.of(kind, id),
                                String.valueOf(task.status()),
                                Objects.requireNonNullElse(task.taskMessage(), "")));
                    } else {
                        sink.next(String.valueOf(task.status()));
                    }
                });
    }

    /** The document writes {@code Error}, the servers also {@code error}. */
    private static boolean is(@Nullable TaskStatus status, TaskStatus expected) {
        return status != null && status.value().equalsIgnoreCase(expected.value());
    }

    private Flux<String> deal(CallSite call, String id) {
        return deals.watch(id)
                .takeUntil(deal -> DealStatus.DELIVERED.equals(deal.status()))
                .concatMap(deal -> {
                    if (DealStatus.DELIVERED.equals(deal.status())) {
                        return Flux.concat(Flux.just(text(deal)), settled(deal.instanceIds()));
                    }
                    if (deal.status() == null || PENDING_DEALS.contains(deal.status())) {
                        return Flux.just(text(deal));
                    }
                    return Flux.error(new TaskFailedException(
                            call,
                            Handle.of(Handle.Kind.DEAL, id),
                            text(deal),
                            Objects.requireNonNullElse(deal.description(), "")));
                });
    }

    private static String text(TradeDealDetail deal) {
        return String.valueOf(deal.status());
    }

    private Flux<String> settled(List<String> instanceIds) {
        return Flux.fromIterable(instanceIds)
                .flatMap(id -> instances
                        .watch(id)
                        .takeUntil(instance -> !UNSETTLED.contains(instance.status()))
                        .map(instance -> String.valueOf(instance.status())));
    }

    private Mono<Map<String, DescribeTaskInfoResponse>> describeTask(List<String> ids) {
        var id = ids.get(0);
        return calls.call(DescribeTaskInfoRequest.of(Long.parseLong(id))).map(task -> Map.of(id, task));
    }

    private Mono<Map<String, TradeDealDetail>> describeDeals(List<String> ids) {
        return calls.call(DescribeInstanceDealDetailRequest.of(ids))
                .map(response -> byId(response.dealDetails(), TradeDealDetail::dealId));
    }

    private Mono<Map<String, InstanceSet>> describeInstances(List<String> ids) {
        var request = DescribeInstancesRequest.builder()
                .instanceIds(ids)
                .limit(INSTANCES_IN_A_CALL)
                .build();
        return calls.call(request).map(response -> {
            var found = new LinkedHashMap<>(byId(response.instanceSet(), InstanceSet::instanceId));
            // An instance that is gone has settled.
            ids.forEach(id -> found.computeIfAbsent(
                    id, gone -> InstanceSet.builder().instanceId(gone).build()));
            return found;
        });
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, @Nullable String> id) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(id.apply(row)).map(key -> Map.entry(key, row)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (left, right) -> right));
    }

    private <S> Poller<String, S> poller(Function<List<String>, Mono<Map<String, S>>> lookUp, int batch) {
        return new Poller<>(lookUp, batch, INTERVAL, scheduler);
    }
}
