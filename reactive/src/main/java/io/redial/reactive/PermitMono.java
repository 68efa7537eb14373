package io.redial.reactive;

import io.redial.core.error.CallSite;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Asks a queue for a permit, anew for each subscriber. */
final class PermitMono extends Mono<Permit> {
    private final PermitQueue queue;
    private final CallSite call;

    PermitMono(PermitQueue queue, CallSite call) {
        this.queue = queue;
        this.call = call;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Permit> actual) {
        actual.onSubscribe(new Waiter(queue, call, actual));
    }
}
