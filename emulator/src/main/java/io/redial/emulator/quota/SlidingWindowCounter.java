package io.redial.emulator.quota;

import java.util.ArrayDeque;

/** Remembers when each admitted request of the last period arrived. */
final class SlidingWindowCounter implements QuotaCounter {
    private final long periodNanos;
    private final ArrayDeque<Long> admittedAt = new ArrayDeque<>();

    SlidingWindowCounter(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    @Override
    public boolean admit(long nanos, int permits) {
        for (var oldest = admittedAt.peek();
                oldest != null && nanos - oldest >= periodNanos;
                oldest = admittedAt.peek()) {
            admittedAt.remove();
        }
        if (admittedAt.size() >= permits) {
            return false;
        }
        admittedAt.add(nanos);
        return true;
    }
}
