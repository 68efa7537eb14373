package io.redial.reactive.follow;

import java.time.Duration;

/** Whether the list of tasks can be swept. It cannot while the key may not read it. Only the tracker's thread touches it. */
final class Sweeps {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private long pausedUntil = Long.MIN_VALUE;

    boolean allowed(long now) {
        return now >= pausedUntil;
    }

    void refused(long now) {
        pausedUntil = now + PAUSE;
    }
}
