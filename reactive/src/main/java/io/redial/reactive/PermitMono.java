package io.redial.reactive;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Asks a queue for a permit, anew for each subscriber. */
final class PermitMono extends Mono<Permit> {
    private final PermitQueue queue;
    private final Call<?> call;
    private final Lane lane;

    PermitMono(PermitQueue queue, Call<?> call, Lane lane) {
        this.queue = queue;
        this.call = call;
        this.lane = lane;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Permit> actual) {
        actual.onSubscribe(new Waiter(queue, call, lane, actual));
    }
}
