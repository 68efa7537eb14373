package io.redial.reactive.fleet;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whether a run begins nothing more, and why. The first reason counts. */
final class Stop {
    private final long failuresToStop;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<@Nullable Reason> reason = new AtomicReference<>();
    private final Sinks.Empty<Void> signal = Sinks.empty();

    private record Reason(String text, @Nullable Throwable error) {}

    Stop(long failuresToStop) {
        this.failuresToStop = failuresToStop;
    }

    /** Listens to a wish to stop, until disposed. */
    Disposable heed(Publisher<?> wish) {
        return Flux.from(wish)
                .take(1)
                .subscribe(
                        item -> {},
                        error -> because("what tells it to stop has failed: " + error, null),
                        () -> because("it was told to stop", null));
    }

    void afterFailure() {
        var count = failures.incrementAndGet();
        if (count >= failuresToStop) {
            because(count == 1 ? "a request has failed" : count + " requests have failed", null);
        }
    }

    /** The run cannot go on: it will end with this error. */
    void broken(String text, Throwable error) {
        because(text + ": " + error.getMessage(), error);
    }

    private void because(String text, @Nullable Throwable error) {
        if (reason.compareAndSet(null, new Reason(text, error))) {
            signal.tryEmitEmpty();
        }
    }

    boolean requested() {
        return reason.get() != null;
    }

    /** Why, or null while it is not requested. */
    @Nullable
    String why() {
        var present = reason.get();
        return present == null ? null : present.text();
    }

    /** What the run has to end with, or null. */
    @Nullable
    Throwable error() {
        var present = reason.get();
        return present == null ? null : present.error();
    }

    /** Completes when it is requested. */
    Mono<Void> signal() {
        return signal.asMono();
    }
}
