package io.redial.reactive;

import io.redial.core.ApiResponse;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** What a call answers that takes its turn in a queue, anew for each subscriber. */
final class InTurn<O extends ApiResponse> extends Mono<O> {
    private final PermitQueue queue;
    private final Stage next;
    private final Call<O> call;

    InTurn(PermitQueue queue, Stage next, Call<O> call) {
        this.queue = queue;
        this.next = next;
        this.call = call;
    }

    @Override
    public void subscribe(CoreSubscriber<? super O> actual) {
        actual.onSubscribe(new Turn<>(queue, next, call, actual));
    }
}
