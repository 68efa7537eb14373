package io.redial.emulator;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to run later, by the time when it falls due and, of equal times, in the order in which it was asked for. */
final class TimerQueue {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));
    private long scheduled;

    synchronized Entry add(long due, Runnable action) {
        var entry = new Entry(due, scheduled++, action);
        entries.add(entry);
        return entry;
    }

    synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    /** The next that is due by that time, taken out; null if there is none. */
    synchronized @Nullable Entry poll(long target) {
        var next = entries.peek();
        return next == null || next.due > target ? null : entries.remove();
    }

    /** When the next falls due. */
    synchronized OptionalLong nextDue() {
        var next = entries.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.due);
    }

    synchronized int size() {
        return entries.size();
    }

    record Entry(long due, long number, Runnable action) {}
}
