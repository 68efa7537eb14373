package io.redial.reactive;

import io.netty.buffer.ByteBuf;
import io.redial.core.protocol.HttpAnswer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientResponse;

/** The whole of an answer. */
final class AnswerMono extends Mono<HttpAnswer> {
    private final HttpClientResponse response;
    private final Flux<ByteBuf> parts;

    AnswerMono(HttpClientResponse response, Flux<ByteBuf> parts) {
        this.response = response;
        this.parts = parts;
    }

    @Override
    public void subscribe(CoreSubscriber<? super HttpAnswer> actual) {
        parts.subscribe(new AnswerBody(response, actual));
    }
}
