package io.redial.reactive.follow;

import static java.util.stream.Collectors.toMap;

import io.redial.reactive.follow.Facts.Stage;
import io.redial.tencent.redis.DescribeInstanceDealDetailRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.DescribeTaskListRequest;
import io.redial.tencent.redis.DescribeTaskListResponse;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskResult;
import io.redial.tencent.redis.TaskStatus;
import io.redial.tencent.redis.TaskType;
import io.redial.tencent.redis.TradeDealDetail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How TencentDB for Redis, API 3.0, tells of work.
 *
 * @param calls how look-ups are sent
 */
record TencentRedisLookUps(Calls calls) implements LookUps {
    private static final int TASKS_IN_A_PAGE = 100;

    /** The most tasks of one instance that are looked through: many more than it can have had in the time in question. */
    private static final int TASKS_OF_AN_INSTANCE = 1_000;

    @Override
    public Mono<Facts.Task> task(String id) {
        return calls.call(DescribeTaskInfoRequest.of(Long.parseLong(id))).map(info -> task(id, info));
    }

    /** The document writes {@code Error}, the servers also {@code error}. */
    private static Facts.Task task(String id, DescribeTaskInfoResponse info) {
        var status = info.status() == null ? "" : info.status().value();
        return new Facts.Task(
                id,
                is(status, TaskStatus.SUCCEEDED)
                        ? Stage.DONE
                        : is(status, TaskStatus.FAILED) || is(status, TaskStatus.ERROR) ? Stage.FAILED : Stage.GOING_ON,
                status.toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(info.taskMessage(), ""),
                CloudTime.instant(info.startTime()).orElse(null),
                info.instanceId());
    }

    private static boolean is(String status, TaskStatus expected) {
        return status.equalsIgnoreCase(expected.value());
    }

    @Override
    public boolean canListTasks() {
        return true;
    }

    @Override
    public Mono<Facts.TaskPage> tasks(Instant since, int page) {
        return calls.call(DescribeTaskListRequest.builder()
                        .beginTime(CloudTime.text(since))
                        .limit(TASKS_IN_A_PAGE)
                        .offset((long) page * TASKS_IN_A_PAGE)
                        .build())
                .map(answer -> new Facts.TaskPage(tasks(answer).toList(), pages(answer)));
    }

    private static int pages(DescribeTaskListResponse answer) {
        var total = Objects.requireNonNullElse(answer.totalCount(), 0L);
        return Math.toIntExact((total + TASKS_IN_A_PAGE - 1) / TASKS_IN_A_PAGE);
    }

    @Override
    public Flux<Facts.Task> tasksOf(String instanceId, Collection<String> types, Instant since) {
        var request = DescribeTaskListRequest.builder()
                .instanceId(instanceId)
                .taskTypes(types.stream().map(TaskType::of).toList())
                .beginTime(CloudTime.text(since))
                .limit(TASKS_IN_A_PAGE);
        return Flux.range(0, TASKS_OF_AN_INSTANCE / TASKS_IN_A_PAGE)
                .concatMap(
                        page -> calls.call(
                                request.offset((long) page * TASKS_IN_A_PAGE).build()),
                        1)
                .takeUntil(page -> page.tasks().size() < TASKS_IN_A_PAGE)
                .concatMapIterable(page -> tasks(page).toList());
    }

    private static Stream<Facts.Task> tasks(DescribeTaskListResponse page) {
        return page.tasks().stream().filter(row -> row.taskId() != null).map(TencentRedisLookUps::task);
    }

    private static Facts.Task task(TaskInfoDetail row) {
        var result = row.result();
        return new Facts.Task(
                String.valueOf(row.taskId()),
                stage(result),
                TaskResult.INITIALIZED.equals(result) ? "preparing" : "running",
                "",
                CloudTime.instant(row.startTime()).orElse(null),
                row.instanceId());
    }

    private static @Nullable Stage stage(@Nullable TaskResult result) {
        if (TaskResult.COMPLETED.equals(result)) {
            return Stage.DONE;
        }
        if (TaskResult.FAILED.equals(result)) {
            return Stage.FAILED;
        }
        return TaskResult.RUNNING.equals(result) || TaskResult.INITIALIZED.equals(result) ? Stage.GOING_ON : null;
    }

    @Override
    public int ordersInACall() {
        return 10;
    }

    @Override
    public Mono<Map<String, Facts.Order>> orders(List<String> ids) {
        return calls.call(DescribeInstanceDealDetailRequest.of(ids))
                .map(answer -> answer.dealDetails().stream()
                        .filter(deal -> deal.dealId() != null)
                        .map(TencentRedisLookUps::order)
                        .collect(toMap(Facts.Order::id, order -> order, (left, right) -> right)));
    }

    private static Facts.Order order(TradeDealDetail deal) {
        var status = deal.status();
        return new Facts.Order(
                String.valueOf(deal.dealId()),
                TencentStates.order(status == null ? null : status.value()),
                String.valueOf(status),
                Objects.requireNonNullElse(deal.description(), ""),
                CloudTime.instant(deal.createTime()).orElse(null),
                deal.instanceIds());
    }

    @Override
    public int instancesInACall() {
        return 100;
    }

    @Override
    public Mono<Map<String, Facts.Instance>> instances(List<String> ids) {
        return calls.call(DescribeInstancesRequest.builder()
                        .instanceIds(ids)
                        .limit(instancesInACall())
                        .build())
                .map(answer -> answer.instanceSet().stream()
                        .filter(instance -> instance.instanceId() != null)
                        .map(TencentRedisLookUps::instance)
                        .collect(toMap(Facts.Instance::id, instance -> instance, (left, right) -> right)));
    }

    private static Facts.Instance instance(InstanceSet instance) {
        var status = instance.status();
        return new Facts.Instance(
                String.valueOf(instance.instanceId()),
                TencentStates.instance(status == null ? null : status.value()),
                String.valueOf(status));
    }

    @Override
    public void checkTask(String id) {
        checkNumber(id);
    }

    static void checkNumber(String id) {
        try {
            Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the id of a task is a number, not '" + id + "'", e);
        }
    }
}
