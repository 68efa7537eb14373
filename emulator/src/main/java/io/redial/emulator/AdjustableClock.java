package io.redial.emulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose speed can be changed while it runs, and which can be moved on by hand. It begins at the time of another
 * clock, its base, and with its speed. It never goes back.
 *
 * <p>At speed 1 it runs as its base does, at speed 60 a minute goes by in each second of the base, and at speed 0 it stands
 * still until {@link #advance} moves it. What already waits for its time goes by the new speed from the change on.
 *
 * <p>Everything in a cloud goes by this clock: tasks, quotas, counts, latency and faults. There is one exception: callers
 * live in the time of the base, sign their requests with it, and set their clocks by the header {@code Date}. So
 * signatures, one-time numbers and that header go by the base. Note that at speed 60 a quota of 20 a second is one of 1,200 for
 * its callers, and that at speed 0 it is not renewed.
 */
public final class AdjustableClock implements EmulatorClock {
    private static final double MAX_SPEED = 10_000;
    private static final Duration MAX_STEP = Duration.ofDays(3_650);
    private static final long MAX_WAIT_NANOS = TimeUnit.DAYS.toNanos(365);

    /** Until the year 2200, so that nothing added to a time overflows. */
    private static final long MAX_NANOS = TimeUnit.DAYS.toNanos(84_000);

    private final EmulatorClock base;
    private final TimerQueue timers = new TimerQueue();
    private final StampedLock lock = new StampedLock();
    private TimeScale timeScale;
    private @Nullable Timer wakeUpTimer;

    /** A clock at speed 1. */
    public AdjustableClock(EmulatorClock base) {
        this.base = base;
        this.timeScale = new TimeScale(base.nanos(), base.nanos(), 1);
    }

    @Override
    public long nanos() {
        var stamp = lock.tryOptimisticRead();
        var now = timeScale.nanosAt(base.nanos());
        if (lock.validate(stamp)) {
            return now;
        }
        stamp = lock.readLock();
        try {
            return timeScale.nanosAt(base.nanos());
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The time of the base. */
    @Override
    public long signingMillis() {
        return base.signingMillis();
    }

    /** How fast it runs. */
    public double speed() {
        var stamp = lock.readLock();
        try {
            return timeScale.speed;
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * Changes how fast it runs, from now on.
     *
     * @param factor how much of its time goes by in a unit of the base's, 0 to 10,000; 0 lets it stand still
     * @throws IllegalArgumentException if it is out of range
     */
    public void setSpeed(double factor) {
        if (!(factor >= 0 && factor <= MAX_SPEED)) {
            throw new IllegalArgumentException("a speed is 0 to 10,000, not " + factor);
        }
        rebase(factor, Long.MIN_VALUE);
        scheduleWakeUp();
    }

    /**
     * Moves the time on at once and runs what falls due on the way, on the caller's thread and in its order; while the clock
     * stands still, at its own time each.
     *
     * @param step how far, 0 to 3,650 days; not past the year 2199
     * @throws IllegalArgumentException if it is out of range
     */
    public void advance(Duration step) {
        if (step.isNegative() || step.compareTo(MAX_STEP) > 0 || nanos() + step.toNanos() > MAX_NANOS) {
            throw new IllegalArgumentException(
                    "a clock is moved on by 0 to 3,650 days and not past the year 2199, not by " + step);
        }
        var target = nanos() + step.toNanos();
        for (var next = timers.pollDue(target); next != null; next = timers.pollDue(target)) {
            rebase(null, next.dueNanos());
            next.action().run();
        }
        rebase(null, target);
        scheduleWakeUp();
    }

    @Override
    public Timer schedule(Duration delay, Runnable action) {
        var entry = timers.add(nanos() + delay.toNanos(), action);
        scheduleWakeUp();
        return () -> {
            timers.remove(entry);
            scheduleWakeUp();
        };
    }

    /** How many scheduled actions have neither run nor been called off. */
    public int pendingTimerCount() {
        return timers.size();
    }

    /** Goes on from the present time, or from a later one, with that speed, or with the same. */
    private void rebase(@Nullable Double speed, long atLeast) {
        var stamp = lock.writeLock();
        try {
            var there = base.nanos();
            timeScale = new TimeScale(
                    there, Math.max(timeScale.nanosAt(there), atLeast), speed == null ? timeScale.speed : speed);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Has the base wake this clock when the next is due. */
    private synchronized void scheduleWakeUp() {
        if (wakeUpTimer != null) {
            wakeUpTimer.cancel();
            wakeUpTimer = null;
        }
        var next = timers.nextDueNanos();
        var speed = speed();
        if (next.isPresent() && speed > 0) {
            // never at once, since that might be within this method, and never so late that adding it overflows
            var wait = (long) Math.ceil((next.getAsLong() - nanos()) / speed);
            wakeUpTimer =
                    base.schedule(Duration.ofNanos(Math.max(1, Math.min(wait, MAX_WAIT_NANOS))), this::runDueTimers);
        }
    }

    private void runDueTimers() {
        var now = nanos();
        for (var next = timers.pollDue(now); next != null; next = timers.pollDue(now)) {
            next.action().run();
        }
        scheduleWakeUp();
    }

    /** A straight line: the time of this clock over that of the base. */
    private record TimeScale(long baseNanos, long clockNanos, double speed) {
        long nanosAt(long there) {
            return clockNanos + (long) ((there - baseNanos) * speed);
        }
    }
}
