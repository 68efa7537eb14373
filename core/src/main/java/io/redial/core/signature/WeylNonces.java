package io.redial.core.signature;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * A Weyl sequence: a random start, and the same random odd step each time. Taken modulo a power of two it visits every
 * number once before it comes round, which random numbers do not; and two processes, with steps of their own, do not walk
 * in each other's tracks, which counters do.
 */
final class WeylNonces implements NonceSource {
    static final NonceSource NUMBERS = numbers(new SecureRandom());
    static final NonceSource UUIDS = uuids(new SecureRandom());

    private static final long POSITIVE_INT = Integer.MAX_VALUE;

    private final AtomicLong state;
    private final long step;
    private final LongFunction<String> text;

    private WeylNonces(RandomGenerator random, LongFunction<String> text) {
        this.state = new AtomicLong(random.nextLong());
        this.step = random.nextLong() | 1;
        this.text = text;
    }

    static NonceSource numbers(RandomGenerator random) {
        var sequence = new WeylNonces(random, state -> Long.toString(state & POSITIVE_INT));
        // Zero is no positive number; it comes once in a round.
        return () -> {
            var nonce = sequence.next();
            return nonce.equals("0") ? sequence.next() : nonce;
        };
    }

    static NonceSource uuids(RandomGenerator random) {
        var ownHalf = random.nextLong();
        return new WeylNonces(random, state -> new UUID(ownHalf, state).toString());
    }

    @Override
    public String next() {
        return text.apply(state.getAndAdd(step));
    }
}
