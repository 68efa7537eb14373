package io.redial.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test moves it. */
public final class ManualClock implements EmulatorClock {
    private final TimerQueue timers = new TimerQueue();
    private long nanos;

    /** A clock that stands at a time. */
    public ManualClock(Instant start) {
        this.nanos = ChronoUnit.NANOS.between(Instant.EPOCH, start);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable action) {
        var entry = timers.add(nanos + delay.toNanos(), action);
        return () -> timers.remove(entry);
    }

    /**
     * Moves the time on and runs what falls due on the way, on the caller's thread and at its own time each.
     *
     * @param step how far, not negative
     * @throws IllegalArgumentException if the step leads back
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        var target = nanos() + step.toNanos();
        for (var next = timers.pollDue(target); next != null; next = timers.pollDue(target)) {
            moveTo(next.dueNanos());
            next.action().run();
        }
        moveTo(target);
    }

    /** How many scheduled actions have neither run nor been called off. */
    public int pendingTimerCount() {
        return timers.size();
    }

    private synchronized void moveTo(long time) {
        nanos = Math.max(nanos, time);
    }
}
