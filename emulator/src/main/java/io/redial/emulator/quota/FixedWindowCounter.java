package io.redial.emulator.quota;

/** Counts from zero at every whole multiple of the period. */
final class FixedWindowCounter implements QuotaCounter {
    private final long periodNanos;
    private long window = Long.MIN_VALUE;
    private int count;

    FixedWindowCounter(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    @Override
    public boolean admit(long nanos, int permits) {
        var current = Math.floorDiv(nanos, periodNanos);
        if (current != window) {
            window = current;
            count = 0;
        }
        if (count >= permits) {
            return false;
        }
        count++;
        return true;
    }
}
