package io.redial.reactive.follow;

import io.redial.core.Handle;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at instances that are to run again, or to be gone.
 *
 * <p>An order can be delivered before its instance shows that it changes. So one that ran before counts as back only when it
 * was seen not to run, or when a task that began since the order is seen on it, or at last when it ran for a whole minute.
 */
final class InstanceRound {
    private static final Set<InstanceStatus> CHANGING =
            Set.of(InstanceStatus.TO_BE_INITIALIZED, InstanceStatus.PROCESSING);

    private static final Set<InstanceStatus> GONE = Set.of(InstanceStatus.ISOLATED, InstanceStatus.TO_BE_DELETED);

    private static final long LONG_ENOUGH = Duration.ofSeconds(60).toNanos();
    private static final int CONCURRENT_CALLS = 4;
    private static final int TASK_LISTS_IN_A_ROUND = 10;

    private final Round round;
    private final LookUps lookUps;
    private final List<Doubt> doubts = new ArrayList<>();

    /** An instance that runs, but was not seen to change. */
    private record Doubt(Work work, Phase.OfInstances instances, String id) {}

    InstanceRound(Round round, LookUps lookUps) {
        this.round = round;
        this.lookUps = lookUps;
    }

    Mono<Void> over(List<Work> works) {
        var waiting = works.stream()
                .filter(work -> work.phase() instanceof Phase.OfInstances && !work.over())
                .toList();
        var ids = new HashSet<String>();
        waiting.forEach(work -> ids.addAll(instances(work).waitedFor));
        return Flux.fromIterable(ids)
                .buffer(LookUps.INSTANCES_IN_A_CALL)
                .flatMap(some -> lookUp(some, waiting), CONCURRENT_CALLS)
                .then(Mono.defer(this::settleDoubts))
                .then(Mono.fromRunnable(() -> waiting.forEach(InstanceRound::succeedIfNoneIsWaitedFor)));
    }

    private Mono<Void> lookUp(List<String> ids, List<Work> waiting) {
        return round.ask(lookUps.instances(ids))
                .doOnNext(found -> waiting.forEach(work -> read(work, new HashSet<>(ids), found)))
                .onErrorResume(error -> {
                    round.failed(error);
                    return Mono.empty();
                })
                .then();
    }

    private void read(Work work, Set<String> asked, Map<String, InstanceSet> found) {
        var instances = instances(work);
        asked.retainAll(instances.waitedFor);
        for (var id : asked) {
            if (instances.untilGone) {
                readLeaving(work, instances, id, found.get(id));
            } else {
                readComingBack(work, instances, id, found.get(id));
            }
        }
    }

    private static void readLeaving(Work work, Phase.OfInstances instances, String id, @Nullable InstanceSet instance) {
        if (instance == null || GONE.contains(instance.status())) {
            instances.waitedFor.remove(id);
        } else {
            work.goesOn(String.valueOf(instance.status()));
        }
    }

    private void readComingBack(Work work, Phase.OfInstances instances, String id, @Nullable InstanceSet instance) {
        var longEnough = round.now() - instances.entered >= LONG_ENOUGH;
        if (instance == null) {
            instances.seenAway(id);
            if (longEnough) {
                work.failed("delivered", "its instance " + id + " is not in the list");
            }
        } else if (InstanceStatus.RUNNING.equals(instance.status())) {
            if (instances.wasAway(id) || longEnough || work.handle().until() == Handle.Until.RUNNING) {
                instances.waitedFor.remove(id);
            } else {
                doubts.add(new Doubt(work, instances, id));
            }
        } else if (CHANGING.contains(instance.status())) {
            instances.seenAway(id);
            work.goesOn(String.valueOf(instance.status()));
        } else {
            work.failed("delivered", "its instance " + id + " is " + instance.status());
        }
    }

    private Mono<Void> settleDoubts() {
        return Flux.fromIterable(doubts)
                .take(TASK_LISTS_IN_A_ROUND)
                .flatMap(this::settle, CONCURRENT_CALLS)
                .then();
    }

    private Mono<Void> settle(Doubt doubt) {
        var since = doubt.instances().since;
        if (since == null) {
            return Mono.empty();
        }
        return round.ask(lookUps.tasksOf(doubt.id(), List.of(), since).collectList())
                .doOnNext(tasks -> {
                    if (!tasks.isEmpty()) {
                        doubt.instances().seenAway(doubt.id());
                    }
                    if (!tasks.isEmpty() && tasks.stream().allMatch(TaskRound::isFinal)) {
                        doubt.instances().waitedFor.remove(doubt.id());
                    }
                })
                .onErrorResume(error -> {
                    round.failed(error);
                    return Mono.empty();
                })
                .then();
    }

    private static void succeedIfNoneIsWaitedFor(Work work) {
        if (instances(work).waitedFor.isEmpty()) {
            work.succeeded();
        }
    }

    private static Phase.OfInstances instances(Work work) {
        return (Phase.OfInstances) work.phase();
    }
}
