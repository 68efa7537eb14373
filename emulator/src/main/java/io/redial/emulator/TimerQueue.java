package io.redial.emulator;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to run later, by the time when it falls due and, of equal times, in the order in which it was asked for. */
final class TimerQueue {
    private final PriorityQueue<ScheduledAction> entries = new PriorityQueue<>(
            Comparator.comparingLong(ScheduledAction::dueNanos).thenComparingLong(ScheduledAction::sequence));
    private long nextSequence;

    synchronized ScheduledAction add(long due, Runnable action) {
        var entry = new ScheduledAction(due, nextSequence++, action);
        entries.add(entry);
        return entry;
    }

    synchronized void remove(ScheduledAction entry) {
        entries.remove(entry);
    }

    /** The next that is due by that time, taken out; null if there is none. */
    synchronized @Nullable ScheduledAction pollDue(long target) {
        var next = entries.peek();
        return next == null || next.dueNanos > target ? null : entries.remove();
    }

    /** When the next falls due. */
    synchronized OptionalLong nextDueNanos() {
        var next = entries.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.dueNanos);
    }

    synchronized int size() {
        return entries.size();
    }

    record ScheduledAction(long dueNanos, long sequence, Runnable action) {}
}
