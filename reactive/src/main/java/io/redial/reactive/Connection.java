package io.redial.reactive;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.protocol.Target;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.Following;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What the views of one client share, and close together: its pipeline, its connections, and what it follows. */
final class Connection {
    private final ClientConfig config;
    private final Transport transport;
    private final Stage pipeline;
    private final Following following;
    private final Supplier<List<Action<?, ?>>> actions;

    /** Makes what follows the work of an API. */
    @FunctionalInterface
    interface FollowingFactory {
        Following following(Target target, Calls polls, Scheduler scheduler, Supplier<Instant> serverTime);
    }

    Connection(
            ClientConfig config, Transport transport, FollowingFactory factory, Supplier<List<Action<?, ?>>> actions) {
        this.config = config;
        this.actions = actions;
        this.transport = transport;
        var serverClock = new ServerClock(config.scheduler());
        this.pipeline = Pipeline.assemble(config, transport, serverClock);
        this.following = factory.following(config.target(), this::poll, config.scheduler(), serverClock::serverTime);
    }

    ClientConfig config() {
        return config;
    }

    /** All actions of the API. Nearly no client asks for them, and together they load some 900 classes. */
    List<Action<?, ?>> actions() {
        return actions.get();
    }

    Following following() {
        return following;
    }

    <O extends ApiResponse> Mono<O> call(ApiRequest<O> request, Lane lane) {
        return pipeline.call(Call.first(request, config.target(), lane));
    }

    private <O extends ApiResponse> Mono<O> poll(ApiRequest<O> request) {
        return call(request, Lane.BULK);
    }

    Mono<Void> warmUp() {
        return transport
                .warmUp()
                .then(Mono.fromCompletionStage(config.credentials()::resolve))
                .then();
    }

    void close() {
        transport.dispose();
    }
}
