package io.redial.reactive.follow;

import static java.util.stream.Collectors.toMap;

import io.redial.reactive.follow.Facts.Stage;
import io.redial.tencent.crs.Deal;
import io.redial.tencent.crs.DescribeRedisDealDetailRequest;
import io.redial.tencent.crs.DescribeRedisRequest;
import io.redial.tencent.crs.DescribeTaskInfoRequest;
import io.redial.tencent.crs.GetRedisTaskListRequest;
import io.redial.tencent.crs.Instance;
import io.redial.tencent.crs.Task;
import io.redial.tencent.crs.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How Tencent CRS, API v2, tells of work. Its list of tasks does not name them, so many cannot be looked up together, and the
 * work of a lost answer cannot be found; it shows whether a task has ended on an instance all the same.
 *
 * @param calls how look-ups are sent
 */
record TencentCrsLookUps(Calls calls) implements LookUps {
    private static final int TASKS = 100;

    @Override
    public Mono<Facts.Task> task(String id) {
        return calls.call(DescribeTaskInfoRequest.of(Long.parseLong(id))).map(answer -> {
            var status = answer.status();
            return new Facts.Task(id, stage(status), String.valueOf(status), "", null, null);
        });
    }

    @Override
    public boolean canListTasks() {
        return false;
    }

    @Override
    public Mono<Facts.TaskPage> tasks(Instant since, int page) {
        return Mono.error(new UnsupportedOperationException("the list of tasks does not name them"));
    }

    @Override
    public Flux<Facts.Task> tasksOf(String instanceId, Collection<String> types, Instant since) {
        var request = GetRedisTaskListRequest.builder()
                .limit(TASKS)
                .offset(0)
                .redisId(instanceId)
                .beginTime(CloudTime.text(since))
                .build();
        return calls.call(request)
                .flatMapIterable(answer -> answer.redisTaskSet().stream()
                        .map(task -> task(instanceId, task))
                        .toList());
    }

    private static Facts.Task task(String instanceId, Task row) {
        return new Facts.Task(
                row.taskName() + " of " + row.startTime(),
                stage(row.status()),
                String.valueOf(row.status()),
                "",
                CloudTime.instant(row.startTime()).orElse(null),
                instanceId);
    }

    private static @Nullable Stage stage(@Nullable TaskStatus status) {
        if (TaskStatus.SUCCEEDED.equals(status)) {
            return Stage.DONE;
        }
        return TaskStatus.FAILED.equals(status) || TaskStatus.ERROR.equals(status) ? Stage.FAILED : Stage.GOING_ON;
    }

    @Override
    public int ordersInACall() {
        return 10;
    }

    @Override
    public Mono<Map<String, Facts.Order>> orders(List<String> ids) {
        return calls.call(DescribeRedisDealDetailRequest.of(ids))
                .map(answer -> answer.dealDetails().stream()
                        .filter(deal -> deal.dealId() != null)
                        .map(TencentCrsLookUps::order)
                        .collect(toMap(Facts.Order::id, order -> order, (left, right) -> right)));
    }

    private static Facts.Order order(Deal deal) {
        var status = deal.status();
        return new Facts.Order(
                String.valueOf(deal.dealId()),
                TencentStates.order(status == null ? null : status.value()),
                String.valueOf(status),
                Objects.requireNonNullElse(deal.description(), ""),
                CloudTime.instant(deal.createTime()).orElse(null),
                deal.goodsDetail() == null ? List.of() : deal.goodsDetail().redisIds());
    }

    @Override
    public int instancesInACall() {
        return 1;
    }

    @Override
    public Mono<Map<String, Facts.Instance>> instances(List<String> ids) {
        var request = DescribeRedisRequest.builder()
                .limit(1)
                .offset(0)
                .redisId(ids.get(0))
                .build();
        return calls.call(request)
                .map(answer -> answer.redisSet().stream()
                        .filter(instance -> instance.redisId() != null)
                        .map(TencentCrsLookUps::instance)
                        .collect(toMap(Facts.Instance::id, instance -> instance, (left, right) -> right)));
    }

    private static Facts.Instance instance(Instance instance) {
        var status = instance.status();
        return new Facts.Instance(
                String.valueOf(instance.redisId()),
                TencentStates.instance(status == null ? null : status.value()),
                String.valueOf(status));
    }

    @Override
    public void checkTask(String id) {
        TencentRedisLookUps.checkNumber(id);
    }
}
