package io.redial.reactive.fleet;

import io.redial.core.Handle;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A log that stops the run when it fails, and never fails itself: what the cloud has accepted is followed all the same. */
final class CautiousLog implements RunLog {
    private final RunLog log;
    private final Stop stop;

    CautiousLog(RunLog log, Stop stop) {
        this.log = log;
        this.stop = stop;
    }

    @Override
    public Mono<Void> sending(long number, Instant at) {
        return cautious(log.sending(number, at));
    }

    @Override
    public Mono<Void> accepted(long number, Handle handle) {
        return cautious(log.accepted(number, handle));
    }

    @Override
    public Mono<Void> waiting(long number) {
        return cautious(log.waiting(number));
    }

    @Override
    public Mono<Void> succeeded(long number) {
        return cautious(log.succeeded(number));
    }

    @Override
    public Mono<Void> failed(long number, Outcome outcome, Throwable error) {
        return cautious(log.failed(number, outcome, error));
    }

    @Override
    public Mono<Void> skipped(long number, String why) {
        return cautious(log.skipped(number, why));
    }

    private Mono<Void> cautious(Mono<Void> note) {
        return note.onErrorResume(error -> {
            stop.broken("its journal cannot be written", error);
            return Mono.empty();
        });
    }
}
