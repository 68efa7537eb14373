package io.redial.reactive.follow;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.OutcomeUnknownException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Finds out whether a call whose answer was lost was taken: by the tasks of its types that began on its instances since it was
 * sent.
 *
 * @param call the call
 * @param request what was asked for
 * @param sentAt when, by the clock of the server
 */
record LostAnswer(CallSite call, FollowableRequest<?> request, Instant sentAt) {
    /** The server tells seconds, and its clock is known to a second. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    /** So long a request may be under way, and its task may take to be listed. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    /** How long one look at all its instances may take. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Look-ups that fail are repeated for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The work; empty if the call was not taken. */
    Mono<Handle> find(LookUps lookUps, Supplier<Instant> serverTime, Scheduler scheduler) {
        if (!lookUps.canListTasks()
                || request.targets().isEmpty()
                || request.taskTypes().isEmpty()) {
            return Mono.error(
                    () -> unknown(new IllegalStateException("the tasks of this action cannot be recognised")));
        }
        return Mono.defer(() -> look(lookUps, serverTime, scheduler))
                .repeatWhen(rounds -> rounds.delayElements(INTERVAL, scheduler))
                .filter(Look::settled)
                .next()
                .flatMap(look -> look.tasks().isEmpty() ? Mono.empty() : Mono.just(handle(look.tasks())));
    }

    private record Look(List<String> tasks, boolean settled) {}

    private Mono<Look> look(LookUps lookUps, Supplier<Instant> serverTime, Scheduler scheduler) {
        var asked = serverTime.get();
        return Flux.fromIterable(request.targets())
                .concatMap(target -> lookUps.tasksOf(target, request.taskTypes(), sentAt.minus(CLOCKS_DIFFER))
                        .filter(this::mayBeOurs)
                        .map(Facts.Task::id)
                        .takeLast(1))
                .collectList()
                .timeout(LOOK, scheduler)
                .map(tasks -> new Look(tasks, !tasks.isEmpty() || asked.isAfter(sentAt.plus(UNDER_WAY))))
                .onErrorResume(
                        error -> !Round.isAnswer(error) && asked.isBefore(sentAt.plus(PATIENCE)),
                        error -> Mono.just(new Look(List.of(), false)))
                .onErrorMap(this::unknown);
    }

    /** It did not begin before the call was sent. */
    private boolean mayBeOurs(Facts.Task task) {
        var earliest = sentAt.minus(CLOCKS_DIFFER);
        return task.began() != null && !task.began().isBefore(earliest);
    }

    private Handle handle(List<String> tasks) {
        var work = Handle.of(Handle.Kind.TASK, tasks);
        return request.until() == Handle.Until.DONE
                ? work
                : work.until(request.until()).on(request.targets());
    }

    private OutcomeUnknownException unknown(Throwable why) {
        return new OutcomeUnknownException(call, why);
    }
}
