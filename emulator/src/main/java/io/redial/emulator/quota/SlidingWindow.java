package io.redial.emulator.quota;

import java.util.ArrayDeque;

/** Remembers when each admitted request of the last period arrived. */
final class SlidingWindow implements QuotaRule {
    private final long periodNanos;
    private final ArrayDeque<Long> arrivals = new ArrayDeque<>();

    SlidingWindow(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    @Override
    public boolean admit(long nanos, int permits) {
        for (var oldest = arrivals.peek(); oldest != null && nanos - oldest >= periodNanos; oldest = arrivals.peek()) {
            arrivals.remove();
        }
        if (arrivals.size() >= permits) {
            return false;
        }
        arrivals.add(nanos);
        return true;
    }
}
