package io.redial.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells a run when the process is to stop (Ctrl-C, SIGTERM), and gives it a moment to say how far it came. */
final class Interruption implements AutoCloseable {
    private static final long SECONDS_TO_SAY_IT = 2;

    private final Sinks.Empty<Void> signal = Sinks.empty();
    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "redial-examples-stop");

    private Interruption() {}

    static Interruption watched() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Completes when the process is to stop. */
    Mono<Void> signal() {
        return signal.asMono();
    }

    private void interrupt() {
        signal.tryEmitEmpty();
        try {
            // The process ends when this method does, so it has to wait for the last words.
            var inTime = said.await(SECONDS_TO_SAY_IT, TimeUnit.SECONDS);
            assert inTime : "the run had nothing to say";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is said. */
    @Override
    public void close() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already: the process is about to end.
        }
    }
}
