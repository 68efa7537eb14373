package io.redial.emulator;

import java.time.Duration;
import java.util.Random;
import reactor.core.publisher.Mono;

/** Keeps requests and answers on their way for a while. */
final class Latency {
    private final Span span;
    private final Random random;
    private final EmulatorClock clock;

    /**
     * Draws from the seed.
     *
     * @param span how long both ways take together
     */
    Latency(Span span, long seed, EmulatorClock clock) {
        this.span = span;
        this.random = new Random(seed);
        this.clock = clock;
    }

    /** Completes when a way of its own length, drawn for each subscriber, has been travelled. */
    Mono<Void> oneWay() {
        return oneWay(Duration.ZERO);
    }

    /** The same, but it takes so much longer. */
    Mono<Void> oneWay(Duration more) {
        return Mono.defer(() -> Later.by(span.isZero() ? more : draw().plus(more), clock));
    }

    private Duration draw() {
        var from = span.shortest().toNanos() / 2;
        var to = span.longest().toNanos() / 2;
        return Duration.ofNanos(random.nextLong(from, to + 1));
    }
}
