package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micrometer.observation.Observation.Event;
import io.redial.core.ApiResponse;
import io.redial.core.error.DeadlineExceededException;
import io.redial.core.error.RateLimitedException;
import io.redial.core.error.RedialException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.ratelimit.RetryBudget;
import io.redial.ratelimit.RetryPolicy.Decision;
import java.time.Duration;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Sends a failed call again where that helps and does no harm, within the deadline of the call and a budget for all. */
final class RetryStage implements Stage {
    private final ClientConfig config;
    private final RetryBudget budget;
    private final Stage next;

    private RetryStage(ClientConfig config, Stage next) {
        this.config = config;
        this.budget = new RetryBudget(config.retryBudget());
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return new RetryStage(config, next);
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return new Tried<>(this, call);
    }

    /** What a call answers in the end. Its deadline is reckoned from the subscription. */
    private static final class Tried<O extends ApiResponse> extends Mono<O> {
        private final RetryStage retry;
        private final Call<O> call;

        Tried(RetryStage retry, Call<O> call) {
            this.retry = retry;
            this.call = call;
        }

        @Override
        public void subscribe(CoreSubscriber<? super O> actual) {
            var deadline = retry.now() + retry.config.deadline().toNanos();
            actual.onSubscribe(new FirstTry<>(retry, call.until(deadline), actual));
        }
    }

    Stage next() {
        return next;
    }

    void succeeded() {
        budget.succeeded();
    }

    private <O extends ApiResponse> Mono<O> attempt(Call<O> call, boolean clockCorrected) {
        return next.call(call)
                .doOnNext(response -> budget.succeeded())
                .onErrorResume(error -> afterFailure(call, clockCorrected, error));
    }

    <O extends ApiResponse> Mono<O> afterFailure(Call<O> call, boolean clockCorrected, Throwable error) {
        if (error instanceof RedialException failure && failure.throttled()) {
            call.observation().event(Event.of(CallEvents.THROTTLED));
        }
        if (!clockCorrected && isClockRefusal(error)) {
            // The answer has told the time of the server: signed anew, the same call is in time.
            return attempt(call.again(), true);
        }
        var effect = call.request().action().effect();
        var decision = config.retryPolicy().decide(effect, call.attempt(), error);
        if (decision instanceof Decision.GiveUp giveUp) {
            return Mono.error(giveUp.error());
        }
        var backoff = ((Decision.Again) decision).backoff();
        if (now() + backoff.toNanos() >= call.deadline()) {
            return Mono.error(outOfTime(call, error));
        }
        // One more attempt whose turn in the quota would come too late is none: what the last one ran into counts.
        return budget.take()
                ? again(call, clockCorrected, backoff)
                        .onErrorMap(RateLimitedException.class, tooLate -> outOfTime(call, error))
                : Mono.error(error);
    }

    private DeadlineExceededException outOfTime(Call<?> call, Throwable lastError) {
        return new DeadlineExceededException(call.site(), config.deadline(), call.attempt(), lastError);
    }

    private <O extends ApiResponse> Mono<O> again(Call<O> call, boolean clockCorrected, Duration backoff) {
        return Mono.delay(backoff, config.scheduler()).then(Mono.defer(() -> {
            call.observation().event(Event.of(CallEvents.RETRIED));
            return attempt(call.again(), clockCorrected);
        }));
    }

    private static boolean isClockRefusal(Throwable error) {
        return error instanceof ServiceException refused && refused.refusal() == Refusal.CLOCK;
    }

    private long now() {
        return config.scheduler().now(NANOSECONDS);
    }
}
