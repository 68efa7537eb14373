package io.redial.reactive.fleet;

import io.redial.core.Handle;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where a run notes what becomes of its requests. Each note is lazy, and completes when it will not be lost. */
interface RunLog {
    /** Keeps nothing. */
    RunLog NONE = new RunLog() {};

    /** The request is about to leave. */
    default Mono<Void> sending(long number, Instant at) {
        return Mono.empty();
    }

    /** The cloud has accepted it. */
    default Mono<Void> accepted(long number, Handle handle) {
        return Mono.empty();
    }

    /** It was not taken, because its instance is busy. */
    default Mono<Void> waiting(long number) {
        return Mono.empty();
    }

    default Mono<Void> succeeded(long number) {
        return Mono.empty();
    }

    default Mono<Void> failed(long number, Outcome outcome, Throwable error) {
        return Mono.empty();
    }

    default Mono<Void> skipped(long number, String why) {
        return Mono.empty();
    }
}
