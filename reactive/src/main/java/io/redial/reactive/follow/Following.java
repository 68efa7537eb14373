package io.redial.reactive.follow;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.FollowDeadlineException;
import io.redial.core.error.ServiceException;
import io.redial.core.protocol.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Follows the work of one client to its end: what is behind its verb {@code follow}. Thread-safe. */
public final class Following {
    private final Target target;
    private final Scheduler scheduler;
    private final Supplier<Instant> serverTime;
    private final WorkStates workStates;

    /**
     * Follows nothing yet.
     *
     * @param target where the calls go, for errors
     * @param polls how look-ups are sent
     * @param scheduler the clock and the timers
     * @param serverTime the present time, as the server has it
     */
    public Following(Target target, Calls polls, Scheduler scheduler, Supplier<Instant> serverTime) {
        this.target = target;
        this.scheduler = scheduler;
        this.serverTime = serverTime;
        this.workStates = new TencentRedisWork(polls, scheduler);
    }

    /**
     * Sends a request, and follows the work that it starts.
     *
     * @param calls how the request is sent
     */
    public <O extends FollowableResponse> Flux<Progress<O>> follow(
            FollowableRequest<O> request, Calls calls, FollowOptions options) {
        var call = target.callSite(request.action().name());
        return calls.call(request).flatMapMany(response -> {
            var handle = request.handleOf(response);
            return handle == null
                    ? Flux.error(new ServiceException(
                            call,
                            "(no handle)",
                            "the answer does not name the work that it started",
                            response.requestId()))
                    : progress(call, handle, response, options);
        });
    }

    /** Follows work from its handle. It need not be this client, nor this process, that started it. */
    public Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options) {
        return progress(target.callSite("(resumed)"), handle, new Resumed(handle), options);
    }

    /**
     * Asks the cloud for the work of a call whose answer was lost.
     *
     * @param request the request
     * @param sentAt when it left, by the clock of the server
     * @return the work; empty if it is certain that the call was not taken; {@link
     *     io.redial.core.error.OutcomeUnknownException} if the cloud cannot tell
     */
    public Mono<Handle> find(FollowableRequest<?> request, Instant sentAt) {
        return Mono.empty();
    }

    /** The present time, as the server has it. */
    public Instant serverTime() {
        return serverTime.get();
    }

    private <O extends FollowableResponse> Flux<Progress<O>> progress(
            CallSite call, Handle handle, O response, FollowOptions options) {
        var began = now();
        var running = workStates
                .of(call, handle)
                .distinctUntilChanged()
                .<Progress<O>>map(state -> new Progress.Running<>(response, handle, state, since(began)));
        var outOfTime = Mono.delay(options.deadline(), scheduler)
                .then(Mono.error(() -> new FollowDeadlineException(call, handle, options.deadline())));
        return Flux.concat(
                        Flux.just(new Progress.Submitted<>(response, handle)),
                        running,
                        Mono.fromSupplier(() -> new Progress.Succeeded<>(response, handle, since(began))))
                .takeUntilOther(outOfTime);
    }

    private Duration since(long began) {
        return Duration.ofNanos(now() - began);
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
