package io.redial.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.Signals;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells a run that the process is to stop (Ctrl-C, SIGTERM), so that it ends in order and says how far it came. Whoever
 * asks a second time does not want to wait for that: then the process ends at once.
 *
 * <p>A shutdown hook would not do: that of the terminal may close the output first.
 */
final class StopSignal implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Sinks.Empty<Void> signal = Sinks.empty();
    private final Map<String, Object> previousHandlers = new HashMap<>();

    private StopSignal() {}

    /** Watches out from now on. */
    static StopSignal install() {
        var interruption = new StopSignal();
        SIGNALS.forEach(interruption::watch);
        return interruption;
    }

    private void watch(String name) {
        previousHandlers.put(name, Signals.register(name, this::interrupt));
    }

    private void interrupt() {
        close();
        signal.tryEmitEmpty();
    }

    /** Completes when the process is to stop. */
    Mono<Void> asMono() {
        return signal.asMono();
    }

    /** Leaves signals to their former handlers again. */
    @Override
    public void close() {
        previousHandlers.forEach(Signals::unregister);
    }
}
