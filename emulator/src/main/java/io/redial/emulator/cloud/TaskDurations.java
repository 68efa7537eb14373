package io.redial.emulator.cloud;

import java.time.Duration;
import java.util.Random;

/** Draws how long work takes. */
public final class TaskDurations {
    private static final int MIN_UNLOCK_DELAY_MILLIS = 50;
    private static final int MAX_UNLOCK_DELAY_MILLIS = 150;

    private final Random random;
    private final long minMillis;
    private final long maxMillis;

    /** Work that takes at least {@code shortest} and at most {@code longest}. */
    public TaskDurations(long seed, Duration shortest, Duration longest) {
        this.random = new Random(seed);
        this.minMillis = shortest.toMillis();
        this.maxMillis = longest.toMillis();
    }

    long nextTaskMillis() {
        return random.nextLong(minMillis, maxMillis + 1);
    }

    /** How long an instance stays locked after its order was delivered: real clouds are not of one mind either. */
    long nextUnlockDelayMillis() {
        return random.nextInt(MIN_UNLOCK_DELAY_MILLIS, MAX_UNLOCK_DELAY_MILLIS + 1);
    }
}
