package io.redial.emulator.cloud;

import java.time.Duration;
import java.util.Random;

/** Draws how long work takes. */
public final class WorkTimes {
    private static final int GAP_FROM_MILLIS = 50;
    private static final int GAP_TO_MILLIS = 150;

    private final Random random;
    private final long shortest;
    private final long longest;

    /** Work that takes at least {@code shortest} and at most {@code longest}. */
    public WorkTimes(long seed, Duration shortest, Duration longest) {
        this.random = new Random(seed);
        this.shortest = shortest.toMillis();
        this.longest = longest.toMillis();
    }

    long workMillis() {
        return random.nextLong(shortest, longest + 1);
    }

    /** How long an instance stays locked after its order was delivered: real clouds are not of one mind either. */
    long gapMillis() {
        return random.nextInt(GAP_FROM_MILLIS, GAP_TO_MILLIS + 1);
    }
}
