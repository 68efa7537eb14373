package io.redial.reactive;

import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import reactor.core.publisher.Mono;

/** Sends a request and brings the answer back. Cancelling gives the request up. */
interface Transport {

    /**
     * Sends one request, once.
     *
     * @param call told when the request is about to leave
     * @param http the request
     * @return the answer, whatever its status; or an error if there is no whole answer
     */
    Mono<HttpAnswer> send(Call<?> call, HttpCall http);

    /** Releases all connections. */
    void dispose();
}
