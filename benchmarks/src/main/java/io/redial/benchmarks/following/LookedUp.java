package io.redial.benchmarks.following;

import io.redial.core.error.RedialException;
import io.redial.emulator.cloud.TaskFate;
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
final class LookedUp {
    private static final Duration NOTHING_TO_LOOK_UP = Duration.ofMillis(20);

    private final CloudOfWork test;
    private final Plan plan;
    private final Queue<Task> unfinished = new ConcurrentLinkedQueue<>();
    private final Sample delays = new Sample();

    private record Task(long id, long over) {}

    private LookedUp(CloudOfWork test, Plan plan) {
        this.test = test;
        this.plan = plan;
    }

    /** How long after its end each task was seen to be over; those that are not seen in time are missing. */
    static Mono<Sample> all(List<Instance> instances, CloudOfWork test, Plan plan) {
        return Mono.defer(() -> {
            var lookedUp = new LookedUp(test, plan);
            return Mono.when(lookedUp.start(instances), lookedUp.lookUpUntilAllAreOver())
                    .takeUntilOther(Mono.delay(plan.limit(), Clock.TIMERS))
                    .then(Mono.fromSupplier(() -> lookedUp.delays));
        });
    }

    private Mono<Void> start(List<Instance> instances) {
        return Flux.fromIterable(instances)
                .zipWithIterable(plan.lengths())
                .flatMap(work -> start(work.getT1(), work.getT2()), plan.works())
                .then();
    }

    private Mono<Void> start(Instance instance, Duration length) {
        test.cloud().nextTask(instance.id(), TaskFate.takes(length));
        return test.redis()
                .in(Lane.BULK)
                .call(instance.backup())
                .doOnNext(begun -> unfinished.add(new Task(
                        Objects.requireNonNull(begun.taskId()),
                        Clock.nanos() - CloudOfWork.ONE_WAY.toNanos() + length.toNanos())))
                .doOnError(error -> System.err.println("lost: " + error))
                .onErrorComplete()
                .then();
    }

    private Mono<Void> lookUpUntilAllAreOver() {
        return Mono.defer(this::lookUpTheNext)
                .repeat(() -> delays.size() < plan.works())
                .then();
    }

    private Mono<Void> lookUpTheNext() {
        var task = unfinished.poll();
        return task == null
                ? Mono.delay(NOTHING_TO_LOOK_UP, Clock.TIMERS).then()
                : test.redis()
                        .call(DescribeTaskInfoRequest.of(task.id()))
                        .doOnNext(info -> seen(task, info))
                        .doOnError(error -> unfinished.add(task))
                        .onErrorComplete(RedialException.class)
                        .then();
    }

    private void seen(Task task, DescribeTaskInfoResponse info) {
        if (TaskStatus.SUCCEEDED.equals(info.status())) {
            delays.add(Clock.nanos() - task.over());
        } else {
            unfinished.add(task);
        }
    }
}
