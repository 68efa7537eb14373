package io.redial.reactive;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.error.CallSite;
import io.redial.core.error.FollowDeadlineException;
import io.redial.core.error.ServiceException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends a call and follows the work that it starts to its end. */
final class Follower {
    private final Stage pipeline;
    private final ClientConfig config;
    private final WorkStates workStates;
    private final Duration deadline;

    Follower(Stage pipeline, ClientConfig config, WorkStates workStates, Duration deadline) {
        this.pipeline = pipeline;
        this.config = config;
        this.workStates = workStates;
        this.deadline = deadline;
    }

    <O extends FollowableResponse> Flux<Progress<O>> follow(FollowableRequest<O> request, Lane lane) {
        var call = Call.first(request, config.target(), lane);
        return pipeline.call(call).flatMapMany(response -> progress(call.site(), response));
    }

    private <O extends FollowableResponse> Flux<Progress<O>> progress(CallSite call, O response) {
        var handle = response.handle();
        if (handle == null) {
            return Flux.error(new ServiceException(
                    call, "(no handle)", "the answer does not name the work that it started", response.requestId()));
        }
        var scheduler = config.scheduler();
        var began = now(scheduler);
        var running = workStates
                .of(call, handle)
                .distinctUntilChanged()
                .<Progress<O>>map(state -> new Progress.Running<>(response, handle, state, since(began)));
        var outOfTime = Mono.delay(deadline, scheduler)
                .then(Mono.error(() -> new FollowDeadlineException(call, handle, deadline)));
        return Flux.concat(
                        Flux.just(new Progress.Submitted<>(response, handle)),
                        running,
                        Mono.fromSupplier(() -> new Progress.Succeeded<>(response, handle, since(began))))
                .takeUntilOther(outOfTime);
    }

    private Duration since(long began) {
        return Duration.ofNanos(now(config.scheduler()) - began);
    }

    private static long now(Scheduler scheduler) {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
