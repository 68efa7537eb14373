package io.redial.reactive.follow;

import static java.util.Comparator.comparingLong;

import io.redial.core.Handle;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.DescribeTaskListResponse;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskResult;
import io.redial.tencent.redis.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at the tasks: one by one while they are few, all in one sweep through the list when they are many. A sweep also shows
 * which orders may have been delivered.
 */
final class TaskRound {
    /** So many are looked up one by one. */
    private static final int FEW = 3;

    /** A page costs a hundredth of a second of its quota, a single look-up a twentieth. */
    private static final int PAGES_FOR_ONE_LOOK_UP = 5;

    private static final int CONCURRENT_CALLS = 4;

    /** So many of those that a sweep did not show are looked up in a round. */
    private static final int MISSING_IN_A_ROUND = 10;

    private final Round round;
    private final LookUps lookUps;
    private final Sweeps sweeps;

    /** Those that have to be looked up one by one after all. */
    private final Set<Work> open = new LinkedHashSet<>();

    private final Map<Long, List<Work>> byTask = new HashMap<>();
    private final Map<String, List<Work>> byInstance = new HashMap<>();

    TaskRound(Round round, LookUps lookUps, Sweeps sweeps) {
        this.round = round;
        this.lookUps = lookUps;
        this.sweeps = sweeps;
    }

    Mono<Void> over(List<Work> works) {
        var since = new ArrayList<Instant>();
        var orders = OrderRound.areFew(works) ? 0 : note(works, since);
        for (var work : works) {
            if (work.phase() instanceof Phase.OfTask task) {
                open.add(work);
                byTask.computeIfAbsent(task.id, id -> new ArrayList<>()).add(work);
                Stream.ofNullable(task.since).forEach(since::add);
            }
        }
        if (open.size() + orders <= FEW || since.isEmpty() || !sweeps.allowed(round.now())) {
            return lookUpTheOpen(MISSING_IN_A_ROUND);
        }
        return sweep(since.stream().min(Instant::compareTo).orElseThrow(), since.size());
    }

    /** Orders whose instances are known take part in a sweep: a task that ended on one is a sign. */
    private int note(List<Work> works, List<Instant> since) {
        var noted = 0;
        for (var work : works) {
            if (work.phase() instanceof Phase.OfOrder order && order.since != null && !order.instances.isEmpty()) {
                order.instances.forEach(id ->
                        byInstance.computeIfAbsent(id, key -> new ArrayList<>()).add(work));
                since.add(order.since);
                noted++;
            }
        }
        return noted;
    }

    private Mono<Void> sweep(Instant since, int followed) {
        return round.ask(lookUps.tasks(since, 0))
                .flatMap(first -> {
                    var pages = pages(first);
                    if (pages > followed * PAGES_FOR_ONE_LOOK_UP) {
                        return lookUpTheOpen(MISSING_IN_A_ROUND);
                    }
                    read(first);
                    return Flux.range(1, Math.max(0, pages - 1))
                            .flatMap(page -> round.ask(lookUps.tasks(since, page)), CONCURRENT_CALLS)
                            .doOnNext(this::read)
                            .then(Mono.defer(() -> lookUpTheOpen(MISSING_IN_A_ROUND)));
                })
                .onErrorResume(error -> {
                    round.failed(error);
                    if (Round.isAnswer(error)) {
                        sweeps.refused(round.now());
                        return lookUpTheOpen(MISSING_IN_A_ROUND);
                    }
                    // What this sweep has not shown, the next one will; only known failures are told at once.
                    return lookUpTheOpen(0);
                });
    }

    private static int pages(DescribeTaskListResponse first) {
        var total = Objects.requireNonNullElse(first.totalCount(), 0L);
        return (int) Math.min(Integer.MAX_VALUE, (total + LookUps.TASKS_IN_A_PAGE - 1) / LookUps.TASKS_IN_A_PAGE);
    }

    private void read(DescribeTaskListResponse page) {
        for (var row : page.tasks()) {
            var id = row.taskId();
            if (id != null) {
                byTask.getOrDefault(id, List.of()).forEach(work -> seen(work, row));
                if (isFinal(row) && row.instanceId() != null) {
                    byInstance.getOrDefault(row.instanceId(), List.of()).forEach(work -> sign(work, id, row));
                }
            }
        }
    }

    private static void sign(Work work, long id, TaskInfoDetail row) {
        if (work.phase() instanceof Phase.OfOrder order
                && CloudTime.instant(row.startTime())
                        .filter(start -> order.since != null && !start.isBefore(order.since))
                        .isPresent()) {
            order.taskEnded(id);
        }
    }

    private void seen(Work work, TaskInfoDetail row) {
        if (!(work.phase() instanceof Phase.OfTask task)) {
            return;
        }
        CloudTime.instant(row.startTime()).ifPresent(start -> task.since = start);
        var result = row.result();
        if (TaskResult.FAILED.equals(result)) {
            task.failed = true;
        } else if (TaskResult.COMPLETED.equals(result)) {
            open.remove(work);
            done(work);
        } else if (TaskResult.RUNNING.equals(result) || TaskResult.INITIALIZED.equals(result)) {
            open.remove(work);
            work.goesOn(TaskResult.RUNNING.equals(result) ? "running" : "preparing");
        }
    }

    static boolean isFinal(TaskInfoDetail row) {
        return TaskResult.COMPLETED.equals(row.result()) || TaskResult.FAILED.equals(row.result());
    }

    /**
     * Looks up what no sweep has settled: those that failed, whose reason only a single look-up tells, and some of the
     * others.
     */
    private Mono<Void> lookUpTheOpen(int others) {
        var failed = open.stream().filter(work -> task(work).failed);
        var missing = open.stream()
                .filter(work -> !task(work).failed)
                .sorted(comparingLong(work -> task(work).lastLookUp))
                .limit(others);
        return lookUp(Stream.concat(failed, missing).toList());
    }

    private Mono<Void> lookUp(Collection<Work> works) {
        return Flux.fromIterable(works)
                .flatMap(
                        work -> {
                            task(work).lastLookUp = round.now();
                            return round.ask(lookUps.task(task(work).id))
                                    .doOnNext(info -> seen(work, info))
                                    .onErrorResume(error -> failed(work, error))
                                    .then();
                        },
                        CONCURRENT_CALLS)
                .then();
    }

    private <T> Mono<T> failed(Work work, Throwable error) {
        if (work.phase() instanceof Phase.OfTask task && task.failed) {
            work.failed("failed", "why could not be looked up: " + error.getMessage());
        } else {
            round.failed(work, error);
        }
        return Mono.empty();
    }

    private void seen(Work work, DescribeTaskInfoResponse info) {
        if (!(work.phase() instanceof Phase.OfTask task)) {
            return;
        }
        if (task.since == null) {
            task.since = CloudTime.instant(info.startTime()).orElse(null);
        }
        if (is(info.status(), TaskStatus.SUCCEEDED)) {
            done(work);
        } else if (is(info.status(), TaskStatus.FAILED) || is(info.status(), TaskStatus.ERROR)) {
            work.failed(text(info.status()), Objects.requireNonNullElse(info.taskMessage(), ""));
        } else {
            work.goesOn(text(info.status()));
        }
    }

    private void done(Work work) {
        var handle = work.handle();
        if (handle.until() == Handle.Until.DONE || handle.instances().isEmpty()) {
            work.succeeded();
        } else {
            var instances = new Phase.OfInstances(handle.instances(), false, null, round.now());
            handle.instances().forEach(instances::seenAway);
            work.enter(instances);
        }
    }

    private static Phase.OfTask task(Work work) {
        return (Phase.OfTask) work.phase();
    }

    /** The document writes {@code Error}, the servers also {@code error}. */
    private static boolean is(@Nullable TaskStatus status, TaskStatus expected) {
        return status != null && status.value().equalsIgnoreCase(expected.value());
    }

    private static String text(@Nullable TaskStatus status) {
        return status == null ? "(no state)" : status.value().toLowerCase(Locale.ROOT);
    }
}
