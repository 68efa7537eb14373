package io.redial.reactive.follow;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One round of look-ups: first tasks, then orders, then instances, so that work can come through all three in one round. An
 * error of a look-up never ends it. Only the tracker's thread touches it.
 */
final class Round {
    private final LookUps lookUps;
    private final Pace pace;
    private final Scheduler clock;
    private final long began;
    private int calls;
    private long slowest;
    private @Nullable Throwable lastError;

    Round(LookUps lookUps, Pace pace, Scheduler clock) {
        this.lookUps = lookUps;
        this.pace = pace;
        this.clock = clock;
        this.began = now();
    }

    Mono<Void> over(List<Work> works, Sweeps sweeps) {
        return new TaskRound(this, lookUps, sweeps)
                .over(works)
                .then(Mono.defer(() -> new OrderRound(this, lookUps).over(works)))
                .then(Mono.defer(() -> new InstanceRound(this, lookUps).over(works)));
    }

    /** A look-up, whose time is taken. */
    <T> Mono<T> ask(Mono<T> lookUp) {
        return Mono.defer(() -> {
            var asked = now();
            calls++;
            return lookUp.doOnTerminate(() -> {
                var took = now() - asked;
                slowest = Math.max(slowest, took);
                pace.took(took);
            });
        });
    }

    /** What a failed look-up says of the work that it was for: that it is unknown, or nothing but that it failed. */
    void failed(Work work, Throwable error) {
        lastError = error;
        if (isAnswer(error)) {
            if (((ServiceException) error).refusal() == Refusal.UNAUTHORIZED) {
                work.failed(error);
            } else {
                work.unknown(now(), error);
            }
        }
    }

    void failed(Throwable error) {
        lastError = error;
    }

    /** Whether the server has made up its mind, so that asking again as before does not help. */
    static boolean isAnswer(Throwable error) {
        return error instanceof ServiceException refused && !refused.retryable();
    }

    long now() {
        return clock.now(NANOSECONDS);
    }

    long began() {
        return began;
    }

    /** How long to rest before the next one begins, from the beginning of this one. */
    long rest() {
        return pace.rest(calls, slowest);
    }

    @Nullable
    Throwable lastError() {
        return lastError;
    }
}
