package io.redial.reactive;

import io.micrometer.observation.Observation.Event;
import io.redial.core.ApiResponse;
import io.redial.core.error.DeadlineExceededException;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.core.error.RedialException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TransportException;
import io.redial.ratelimit.RetryPolicy.Decision;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sends a failed call again where that helps and does no harm, within the deadline of the call. */
final class RetryStage implements Stage {
    private final ClientConfig config;
    private final Stage next;

    private RetryStage(ClientConfig config, Stage next) {
        this.config = config;
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return new RetryStage(config, next);
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.defer(() -> {
            var run = new Run<>(call);
            return run.attempt(call).timeout(config.deadline(), Mono.error(run::outOfTime), config.scheduler());
        });
    }

    /** The attempts at one call. */
    private final class Run<O extends ApiResponse> {
        private volatile Call<O> current;
        private volatile @Nullable Throwable lastFailure;

        private Run(Call<O> first) {
            this.current = first;
        }

        private Mono<O> attempt(Call<O> call) {
            current = call;
            return next.call(call).onErrorResume(error -> afterFailure(call, error));
        }

        private Mono<O> afterFailure(Call<O> call, Throwable error) {
            lastFailure = error;
            if (error instanceof ServiceException refused && refused.refusal() == Refusal.THROTTLED) {
                call.observation().event(Event.of(CallEvents.THROTTLED));
            }
            var effect = call.request().action().effect();
            var decision = config.retryPolicy().decide(effect, call.attempt(), error);
            if (decision instanceof Decision.Again again) {
                return Mono.delay(again.backoff(), config.scheduler()).then(Mono.defer(() -> {
                    call.observation().event(Event.of(CallEvents.RETRIED));
                    return attempt(call.again());
                }));
            }
            return Mono.error(((Decision.GiveUp) decision).error());
        }

        private RedialException outOfTime() {
            var call = current;
            var mayHaveBeenDone = call.wasSent() && !call.wasAnswered();
            if (mayHaveBeenDone && !call.request().action().effect().repeatable()) {
                return new OutcomeUnknownException(
                        call.site(),
                        TransportException.unanswered(call.site(), new TimeoutException("the deadline of the call")));
            }
            return new DeadlineExceededException(call.site(), config.deadline(), call.attempt(), lastFailure);
        }
    }
}
