package io.redial.emulator.protocol;

import java.util.Random;
import java.util.UUID;

/** Gives every answer an id of its own. */
public final class RequestIdGenerator {
    private final Random random;

    /** The same seed gives the same ids. */
    public RequestIdGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** A random UUID, version 4. */
    public String next() {
        var high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
