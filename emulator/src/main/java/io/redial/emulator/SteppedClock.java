package io.redial.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still until a test moves it. */
public final class SteppedClock implements EmulatorClock {
    private final PriorityQueue<Entry> timers =
            new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
    private long nanos;
    private long scheduled;

    /** A clock that stands at a time. */
    public SteppedClock(Instant start) {
        this.nanos = ChronoUnit.NANOS.between(Instant.EPOCH, start);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable action) {
        var entry = new Entry(nanos + delay.toNanos(), scheduled++, action);
        timers.add(entry);
        return () -> remove(entry);
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
        for (var next = due(target); next != null; next = due(target)) {
            next.action.run();
        }
    }

    /** How many scheduled actions have neither run nor been called off. */
    public synchronized int waiting() {
        return timers.size();
    }

    private synchronized @Nullable Entry due(long target) {
        var next = timers.peek();
        if (next == null || next.due > target) {
            nanos = Math.max(nanos, target);
            return null;
        }
        nanos = Math.max(nanos, next.due);
        return timers.remove();
    }

    private synchronized void remove(Entry entry) {
        timers.remove(entry);
    }

    private record Entry(long due, long number, Runnable action) {}
}
