package io.redial.reactive.follow;

import java.time.Duration;

/** Whether the list of tasks can be swept. It cannot where there is none, nor while the key may not read it. Only the tracker's thread touches it. */
final class Sweeps {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private long pausedUntil = Long.MIN_VALUE;

    boolean allowed(LookUps lookUps, long now) {
        return lookUps.canListTasks() && now >= pausedUntil;
    }

    void refused(long now) {
        pausedUntil = now + PAUSE;
    }
}
