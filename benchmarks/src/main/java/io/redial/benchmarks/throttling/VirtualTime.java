package io.redial.benchmarks.throttling;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** Nanoseconds that pass from one event to the next. Events of one moment happen in the order of their planning. */
final class VirtualTime implements LongSupplier {
    /** No simulation here needs more; one that does goes in circles. */
    private static final int MAX_EVENTS = 1_000_000;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingInt(Event::sequence));
    private int scheduledCount;
    private long now;

    private record Event(long at, int sequence, Runnable action) {}

    @Override
    public long getAsLong() {
        return now;
    }

    void schedule(long time, Runnable what) {
        if (++scheduledCount > MAX_EVENTS) {
            throw new IllegalStateException("more than " + MAX_EVENTS + " events by " + now + " ns");
        }
        events.add(new Event(Math.max(now, time), scheduledCount, what));
    }

    /** Lets everything happen that is planned, and what that plans. */
    void run() {
        for (var event = events.poll(); event != null; event = events.poll()) {
            now = event.at();
            event.action().run();
        }
    }
}
