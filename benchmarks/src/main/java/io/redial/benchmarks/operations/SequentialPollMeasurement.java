package io.redial.benchmarks.operations;

import io.redial.core.error.RedialException;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.reactive.Lane;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What many write by hand, for comparison: a loop that looks up one unfinished task after the other, as the quota allows. */
final class SequentialPollMeasurement {
    private static final Duration IDLE_DELAY = Duration.ofMillis(20);

    private final OperationsFixture fixture;
    private final OperationsPlan plan;
    private final Queue<Task> unfinished = new ConcurrentLinkedQueue<>();
    private final DurationSamples delays = new DurationSamples();

    private record Task(long id, long endNanos) {}

    private SequentialPollMeasurement(OperationsFixture test, OperationsPlan plan) {
        this.fixture = test;
        this.plan = plan;
    }

    /** How long after its end each task was seen to be over; those that are not seen in time are missing. */
    static Mono<DurationSamples> measure(
            List<BenchmarkInstance> instances, OperationsFixture test, OperationsPlan plan) {
        return Mono.defer(() -> {
            var lookedUp = new SequentialPollMeasurement(test, plan);
            return Mono.when(lookedUp.start(instances), lookedUp.pollUntilAllComplete())
                    .takeUntilOther(Mono.delay(plan.timeout(), BenchmarkClock.SCHEDULER))
                    .then(Mono.fromSupplier(() -> lookedUp.delays));
        });
    }

    private Mono<Void> start(List<BenchmarkInstance> instances) {
        return Flux.fromIterable(instances)
                .zipWithIterable(plan.durations())
                .flatMap(work -> start(work.getT1(), work.getT2()), plan.operationCount())
                .then();
    }

    private Mono<Void> start(BenchmarkInstance instance, Duration length) {
        fixture.cloud().setNextTaskOutcome(instance.id(), TaskOutcome.succeedsAfter(length));
        return fixture.redis()
                .in(Lane.BULK)
                .call(instance.backupRequest())
                .doOnNext(begun -> unfinished.add(new Task(
                        Objects.requireNonNull(begun.taskId()),
                        BenchmarkClock.nanos() - OperationsFixture.ONE_WAY_DELAY.toNanos() + length.toNanos())))
                .doOnError(error -> System.err.println("lost: " + error))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> pollUntilAllComplete() {
        return Mono.defer(this::pollNext)
                .repeat(() -> delays.size() < plan.operationCount())
                .then();
    }

    private Mono<Void> pollNext() {
        var task = unfinished.poll();
        return task == null
                ? Mono.delay(IDLE_DELAY, BenchmarkClock.SCHEDULER).then()
                : fixture.redis()
                        .call(DescribeTaskInfoRequest.of(task.id()))
                        .doOnNext(info -> onTaskInfo(task, info))
                        .doOnError(error -> unfinished.add(task))
                        .onErrorComplete(RedialException.class)
                        .then();
    }

    private void onTaskInfo(Task task, DescribeTaskInfoResponse info) {
        if (TaskStatus.SUCCEEDED.equals(info.status())) {
            delays.add(BenchmarkClock.nanos() - task.endNanos());
        } else {
            unfinished.add(task);
        }
    }
}
