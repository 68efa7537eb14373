package io.redial.emulator;

import java.time.Duration;
import java.util.Random;
import reactor.core.publisher.Mono;

/** Keeps requests and answers on their way for a while. */
final class NetworkLatency {
    private final DurationRange roundTrip;
    private final Random random;
    private final EmulatorClock clock;

    /**
     * Draws from the seed.
     *
     * @param span how long both ways take together
     */
    NetworkLatency(DurationRange span, long seed, EmulatorClock clock) {
        this.roundTrip = span;
        this.random = new Random(seed);
        this.clock = clock;
    }

    /** Completes when a way of its own length, drawn for each subscriber, has been travelled. */
    Mono<Void> delayOneWay() {
        return delayOneWay(Duration.ZERO);
    }

    /** The same, but it takes so much longer. */
    Mono<Void> delayOneWay(Duration more) {
        return Mono.defer(() -> ClockDelay.after(roundTrip.isZero() ? more : draw().plus(more), clock));
    }

    private Duration draw() {
        var from = roundTrip.min().toNanos() / 2;
        var to = roundTrip.max().toNanos() / 2;
        return Duration.ofNanos(random.nextLong(from, to + 1));
    }
}
