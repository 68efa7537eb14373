package io.redial.reactive;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import reactor.core.scheduler.Scheduler;

/** The time of day as the server sees it: that of this machine, until a server has said that it is off. */
final class ServerClock {
    private final Scheduler clock;
    private volatile Duration offset = Duration.ZERO;

    ServerClock(Scheduler clock) {
        this.clock = clock;
    }

    Instant now() {
        return machineTime().plus(offset);
    }

    void learn(Instant serverTime) {
        offset = Duration.between(machineTime(), serverTime);
    }

    /** In milliseconds a scheduler tells the time of day; in nanoseconds it only counts on. */
    private Instant machineTime() {
        return Instant.ofEpochMilli(clock.now(MILLISECONDS));
    }
}
