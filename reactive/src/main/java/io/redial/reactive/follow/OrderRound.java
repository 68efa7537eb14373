package io.redial.reactive.follow;

import static java.util.Comparator.comparingLong;

import io.redial.core.Handle;
import io.redial.tencent.redis.DealStatus;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.TaskInfoDetail;
import io.redial.tencent.redis.TaskResult;
import io.redial.tencent.redis.TradeDealDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks at the orders: at all of them while they are few, else at those that may have been delivered and some others. */
final class OrderRound {
    private static final Set<DealStatus> PENDING =
            Set.of(DealStatus.UNPAID, DealStatus.PAID, DealStatus.DELIVERING, DealStatus.PAYING);

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

    static boolean areFew(List<Work> works) {
        return works.stream()
                        .filter(work -> work.phase() instanceof Phase.OfOrder)
                        .limit(LookUps.ORDERS_IN_A_CALL + 1)
                        .count()
                <= LookUps.ORDERS_IN_A_CALL;
    }

    Mono<Void> over(List<Work> works) {
        var orders = works.stream()
                .filter(work -> work.phase() instanceof Phase.OfOrder && !work.over())
                .toList();
        return Flux.fromIterable(areFew(orders) ? orders : promising(orders))
                .buffer(LookUps.ORDERS_IN_A_CALL)
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

    private Mono<Void> read(List<Work> works, Map<String, TradeDealDetail> found) {
        return Flux.fromIterable(works)
                .concatMap(work -> {
                    var deal = found.get(work.id());
                    if (deal == null) {
                        work.unknown(round.now(), null);
                        return Mono.empty();
                    }
                    return read(work, deal);
                })
                .then();
    }

    private Mono<Void> read(Work work, TradeDealDetail deal) {
        var order = order(work);
        if (!deal.instanceIds().isEmpty()) {
            order.instances = deal.instanceIds();
        }
        CloudTime.instant(deal.createTime()).ifPresent(time -> order.since = time);
        if (DealStatus.DELIVERED.equals(deal.status())) {
            delivered(work, order);
            return Mono.empty();
        }
        if (deal.status() == null || PENDING.contains(deal.status())) {
            work.goesOn(text(deal));
            return Mono.empty();
        }
        return failure(work, deal);
    }

    /**
     * Why an order failed does not stand in the order but in the task behind it, which may end a moment later: that is
     * waited for, but not for long.
     */
    private Mono<Void> failure(Work work, TradeDealDetail deal) {
        var order = order(work);
        return tasks(order)
                .collectList()
                .flatMap(tasks -> {
                    var failed = tasks.stream()
                            .filter(task -> TaskResult.FAILED.equals(task.result()))
                            .findFirst();
                    var waits = failed.isEmpty() && !tasks.stream().allMatch(TaskRound::isFinal);
                    if (waits && order.overFor(round.now()) < TASK_BEHIND) {
                        work.goesOn(text(deal));
                        order.lookAgain();
                        return Mono.empty();
                    }
                    return reason(failed.map(TaskInfoDetail::taskId))
                            .doOnNext(reason -> work.failed(text(deal), join(deal.description(), reason)));
                })
                .then();
    }

    private Flux<TaskInfoDetail> tasks(Phase.OfOrder order) {
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
    private Mono<String> reason(Optional<Long> task) {
        return Mono.justOrEmpty(task)
                .flatMap(id -> round.ask(lookUps.task(id)))
                .mapNotNull(DescribeTaskInfoResponse::taskMessage)
                .defaultIfEmpty("")
                .onErrorResume(error -> {
                    round.failed(error);
                    return Mono.just("");
                });
    }

    private void delivered(Work work, Phase.OfOrder order) {
        if (work.handle().until() == Handle.Until.DONE) {
            work.succeeded();
        } else if (!order.instances.isEmpty()) {
            work.goesOn("DELIVERED");
            var instances = new Phase.OfInstances(order.instances, false, order.since, round.now());
            if (order.lastSign != 0) {
                order.instances.forEach(instances::seenAway);
            }
            work.enter(instances);
        } else if (order.overFor(round.now()) > NAMING) {
            work.succeeded();
        } else {
            work.goesOn("DELIVERED");
        }
    }

    private static String join(@Nullable String description, String reason) {
        return Stream.of(Objects.requireNonNullElse(description, ""), reason)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(": "));
    }

    private static String text(TradeDealDetail deal) {
        return String.valueOf(deal.status());
    }

    private static Phase.OfOrder order(Work work) {
        return (Phase.OfOrder) work.phase();
    }
}
