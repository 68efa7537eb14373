package io.redial.reactive.follow;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.ServiceException;
import io.redial.core.protocol.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final LookUps lookUps;
    private final Tracker tracker;

    private Following(Target target, LookUps lookUps, Scheduler scheduler, Supplier<Instant> serverTime) {
        this.target = target;
        this.scheduler = scheduler;
        this.serverTime = serverTime;
        this.lookUps = lookUps;
        this.tracker = new Tracker(lookUps, scheduler, serverTime);
    }

    /**
     * Follows work of TencentDB for Redis, API 3.0.
     *
     * @param target where the calls go, for errors
     * @param polls how look-ups are sent
     * @param scheduler the clock and the timers
     * @param serverTime the present time, as the server has it
     */
    public static Following ofTencentRedis(
            Target target, Calls polls, Scheduler scheduler, Supplier<Instant> serverTime) {
        return new Following(target, new TencentRedisLookUps(polls), scheduler, serverTime);
    }

    /** Follows work of Tencent CRS, API v2. The parameters are those of {@link #ofTencentRedis}. */
    public static Following ofTencentCrs(
            Target target, Calls polls, Scheduler scheduler, Supplier<Instant> serverTime) {
        return new Following(target, new TencentCrsLookUps(polls), scheduler, serverTime);
    }

    /** Follows work of Alibaba's R-KVStore. The parameters are those of {@link #ofTencentRedis}. */
    public static Following ofAliyunKvStore(
            Target target, Calls polls, Scheduler scheduler, Supplier<Instant> serverTime) {
        return new Following(target, new AliyunLookUps(polls), scheduler, serverTime);
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
                    : progress(call, handle, response, options, true);
        });
    }

    /** Follows work from its handle. It need not be this client, nor this process, that started it. */
    public Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options) {
        return progress(target.callSite("(resumed)"), handle, new Resumed(handle), options, false);
    }

    /**
     * Asks the cloud for the work of a call whose answer was lost. Takes up to ten seconds from when it was sent, because it
     * may still be under way.
     *
     * @param request the request
     * @param sentAt when it left, by the clock of the server: {@link #serverTime}, after {@link #meetServer}
     * @return the work; empty if the call was not taken; {@link io.redial.core.error.OutcomeUnknownException} if the cloud
     *     cannot tell, because the action leaves no task that could be recognised or the look-ups fail
     */
    public Mono<Handle> find(FollowableRequest<?> request, Instant sentAt) {
        var call = target.callSite(request.action().name());
        return new LostAnswer(call, request, sentAt).find(lookUps, serverTime, scheduler);
    }

    /**
     * Looks at the list of tasks once, if there is one, to learn the clock of the server and whether the key may look there.
     *
     * <p>Errors are those of that call.
     */
    public Mono<Void> meetServer() {
        return lookUps.canListTasks() ? lookUps.tasks(serverTime.get(), 0).then() : Mono.empty();
    }

    /** The present time, as the server has it. */
    public Instant serverTime() {
        return serverTime.get();
    }

    private <O extends FollowableResponse> Flux<Progress<O>> progress(
            CallSite call, Handle handle, O response, FollowOptions options, boolean justBegun) {
        return Flux.defer(() -> {
            var began = now();
            var running = Flux.fromIterable(each(handle))
                    .flatMap(
                            one -> tracker.states(call, one, options, justBegun),
                            handle.ids().size())
                    .<Progress<O>>map(state -> new Progress.Running<>(response, handle, state, since(began)));
            return Flux.concat(
                    Flux.just(new Progress.Submitted<>(response, handle)),
                    running,
                    Mono.fromSupplier(() -> new Progress.Succeeded<>(response, handle, since(began))));
        });
    }

    /** A handle for each piece of work. */
    private static List<Handle> each(Handle handle) {
        return handle.ids().stream()
                .map(id -> new Handle(handle.kind(), List.of(id), handle.until(), handle.instances()))
                .toList();
    }

    private Duration since(long began) {
        return Duration.ofNanos(now() - began);
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
