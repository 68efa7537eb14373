package io.redial.reactive.follow;

import static java.util.Comparator.comparingLong;

import io.redial.core.Handle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at the orders: at all of them while they are few, else at those that may have been delivered and some others. */
final class OrderRound {
    /** So many that give no sign are looked up in a round all the same. */
    private static final int WITHOUT_A_SIGN = 20;

    private static final int CONCURRENT_CALLS = 4;

    /** How long an order that is delivered may take to name its instances. */
    private static final long NAMING = Duration.ofSeconds(60).toNanos();

    /** How long the task behind an order that failed may take to fail too. */
    private static final long TASK_BEHIND = Duration.ofSeconds(5).toNanos();

    private final Round round;
    private final LookUps lookUps;

    OrderRound(Round round, LookUps lookUps) {
        this.round = round;
        this.lookUps = lookUps;
    }

    static boolean areFew(List<Work> works, LookUps lookUps) {
        return works.stream()
                        .filter(work -> work.phase() instanceof Phase.OfOrder)
                        .limit(lookUps.ordersInACall() + 1)
                        .count()
                <= lookUps.ordersInACall();
    }

    Mono<Void> over(List<Work> works) {
        var orders = works.stream()
                .filter(work -> work.phase() instanceof Phase.OfOrder && !work.over())
                .toList();
        return Flux.fromIterable(areFew(orders, lookUps) ? orders : promising(orders))
                .buffer(lookUps.ordersInACall())
                .flatMap(this::lookUp, CONCURRENT_CALLS)
                .then();
    }

    private static List<Work> promising(List<Work> orders) {
        var signed = orders.stream().filter(work -> order(work).signs > 0);
        var others = orders.stream()
                .filter(work -> order(work).signs == 0)
                .sorted(comparingLong(work -> order(work).lastLookUp))
                .limit(WITHOUT_A_SIGN);
        return Stream.concat(signed, others).toList();
    }

    private Mono<Void> lookUp(List<Work> works) {
        var ids = works.stream().map(Work::id).distinct().toList();
        works.forEach(work -> order(work).lookedUp(round.now()));
        return round.ask(lookUps.orders(ids))
                .flatMap(found -> read(works, found))
                .onErrorResume(error -> failed(works, error));
    }

    /** One bad id may have spoilt the answer for all. */
    private Mono<Void> failed(List<Work> works, Throwable error) {
        if (works.size() == 1) {
            round.failed(works.get(0), error);
        } else if (Round.isAnswer(error)) {
            return Flux.fromIterable(works)
                    .concatMap(work -> lookUp(List.of(work)))
                    .then();
        }
        round.failed(error);
        return Mono.empty();
    }

    private Mono<Void> read(List<Work> works, Map<String, Facts.Order> found) {
        return Flux.fromIterable(works)
                .concatMap(work -> {
                    var facts = found.get(work.id());
                    if (facts == null) {
                        work.unknown(round.now(), null);
                        return Mono.empty();
                    }
                    return read(work, facts);
                })
                .then();
    }

    private Mono<Void> read(Work work, Facts.Order facts) {
        var order = order(work);
        if (!facts.instances().isEmpty()) {
            order.instances = facts.instances();
        }
        if (facts.placed() != null) {
            order.since = facts.placed();
        }
        return switch (facts.stage()) {
            case DONE -> Mono.fromRunnable(() -> delivered(work, order, facts.state()));
            case GOING_ON -> Mono.fromRunnable(() -> work.goesOn(facts.state()));
            case FAILED -> failure(work, facts);
        };
    }

    /**
     * Why an order failed does not stand in the order but in the task behind it, which may end a moment later: that is
     * waited for, but not for long.
     */
    private Mono<Void> failure(Work work, Facts.Order facts) {
        var order = order(work);
        return tasks(order)
                .collectList()
                .flatMap(tasks -> {
                    var failed = tasks.stream()
                            .filter(task -> task.stage() == Facts.Stage.FAILED)
                            .findFirst();
                    var waits = failed.isEmpty() && !tasks.stream().allMatch(Facts.Task::isOver);
                    if (waits && order.overFor(round.now()) < TASK_BEHIND) {
                        work.goesOn(facts.state());
                        order.lookAgain();
                        return Mono.empty();
                    }
                    return reason(failed.map(Facts.Task::id))
                            .doOnNext(reason -> work.failed(facts.state(), join(facts.description(), reason)));
                })
                .then();
    }

    private Flux<Facts.Task> tasks(Phase.OfOrder order) {
        var since = order.since;
        if (since == null) {
            return Flux.empty();
        }
        return Flux.fromIterable(order.instances)
                .concatMap(instance ->
                        round.ask(lookUps.tasksOf(instance, List.of(), since).collectList()))
                .flatMapIterable(tasks -> tasks)
                .onErrorResume(error -> {
                    round.failed(error);
                    return Flux.empty();
                });
    }

    /** What a task says of its failure; empty text if it says nothing. */
    private Mono<String> reason(Optional<String> task) {
        return Mono.justOrEmpty(task)
                .flatMap(id -> round.ask(lookUps.task(id)))
                .map(Facts.Task::message)
                .defaultIfEmpty("")
                .onErrorResume(error -> {
                    round.failed(error);
                    return Mono.just("");
                });
    }

    private void delivered(Work work, Phase.OfOrder order, String state) {
        if (work.handle().until() == Handle.Until.DONE) {
            work.succeeded();
        } else if (!order.instances.isEmpty()) {
            work.goesOn(state);
            var instances = new Phase.OfInstances(order.instances, false, order.since, round.now());
            if (!order.lastSign.isEmpty()) {
                order.instances.forEach(instances::seenAway);
            }
            work.enter(instances);
        } else if (order.overFor(round.now()) > NAMING) {
            work.succeeded();
        } else {
            work.goesOn(state);
        }
    }

    private static String join(String description, String reason) {
        return Stream.of(description, reason).filter(text -> !text.isBlank()).collect(Collectors.joining(": "));
    }

    private static Phase.OfOrder order(Work work) {
        return (Phase.OfOrder) work.phase();
    }
}
