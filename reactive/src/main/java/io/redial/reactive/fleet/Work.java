package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.FollowOptions;
import io.redial.reactive.follow.Following;
import io.redial.reactive.follow.Progress;
import io.redial.reactive.follow.Resumed;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a fleet asks of {@link Following}. */
interface Work {

    /** See {@link Following#follow(FollowableRequest, Calls, FollowOptions)}. */
    <O extends FollowableResponse> Flux<Progress<O>> follow(
            FollowableRequest<O> request, Calls calls, FollowOptions options);

    /** See {@link Following#follow(Handle, FollowOptions)}. */
    Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options);

    /** See {@link Following#find}. */
    Mono<Handle> find(FollowableRequest<?> request, Instant sentAt);

    /** See {@link Following#meetServer}. */
    Mono<Void> meetServer();

    /** See {@link Following#serverTime}. */
    Instant serverTime();

    /** The work of a client. */
    static Work of(Following following) {
        return new Work() {
            @Override
            public <O extends FollowableResponse> Flux<Progress<O>> follow(
                    FollowableRequest<O> request, Calls calls, FollowOptions options) {
                return following.follow(request, calls, options);
            }

            @Override
            public Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options) {
                return following.follow(handle, options);
            }

            @Override
            public Mono<Handle> find(FollowableRequest<?> request, Instant sentAt) {
                return following.find(request, sentAt);
            }

            @Override
            public Mono<Void> meetServer() {
                return following.meetServer();
            }

            @Override
            public Instant serverTime() {
                return following.serverTime();
            }
        };
    }
}
