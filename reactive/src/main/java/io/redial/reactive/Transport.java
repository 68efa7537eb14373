package io.redial.reactive;

import io.redial.core.protocol.HttpAnswer;
import reactor.core.publisher.Mono;

/** Sends a request and brings the answer back. Cancelling gives the request up. */
interface Transport {

    /**
     * Sends one request, once for each subscription. It is signed as late as possible; what signing throws is the error.
     *
     * @param call told when the request is about to leave
     * @param request the request
     * @return the answer, whatever its status; or an error if there is no whole answer
     */
    Mono<HttpAnswer> send(Call<?> call, Outgoing request);

    /** Gets ready what the first request would have to wait for. Lazy; sends nothing. */
    default Mono<Void> warmUp() {
        return Mono.empty();
    }

    /** Releases all connections. */
    void dispose();
}
