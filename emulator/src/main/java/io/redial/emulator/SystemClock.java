package io.redial.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Schedulers;

/** The only place that asks the computer for the time. Wall time is read once, so that it never goes back. */
final class SystemClock implements EmulatorClock {
    private final long offsetNanos;

    SystemClock(Duration ahead) {
        this.offsetNanos = ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now().plus(ahead)) - System.nanoTime();
    }

    @Override
    public long nanos() {
        return System.nanoTime() + offsetNanos;
    }

    @Override
    public Timer schedule(Duration delay, Runnable action) {
        return Schedulers.parallel().schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS)::dispose;
    }
}
