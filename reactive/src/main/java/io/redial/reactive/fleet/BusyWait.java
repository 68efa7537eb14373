package io.redial.reactive.fleet;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long one request waits for a busy instance: 1 s, then twice as long each time, up to 30 s, each drawn from its upper half. */
final class BusyWait {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Duration patience;
    private final DoubleSupplier random;
    private Duration bound = FIRST;
    private long began;

    /**
     * Has not waited yet.
     *
     * @param patience how long it waits altogether
     * @param random numbers from 0 to 1
     */
    BusyWait(Duration patience, DoubleSupplier random) {
        this.patience = patience;
        this.random = random;
    }

    /**
     * The next wait, or null when patience is at its end.
     *
     * @param now the time in nanoseconds
     */
    @Nullable
    Duration next(long now) {
        if (bound.equals(FIRST)) {
            began = now;
        }
        var wait = Duration.ofNanos(Math.round(bound.toNanos() * (1 + random.getAsDouble()) / 2));
        if (wait.plusNanos(now - began).compareTo(patience) > 0) {
            return null;
        }
        var doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }
}
