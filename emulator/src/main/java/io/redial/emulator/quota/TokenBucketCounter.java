package io.redial.emulator.quota;

/**
 * The level is kept in permits times nanoseconds of the period, so that it is exact: a nanosecond adds as many units as
 * a period has permits, and a request costs as many as the period has nanoseconds.
 */
final class TokenBucketCounter implements QuotaCounter {
    private final long periodNanos;
    private long level;
    private long filledAt;
    private boolean used;

    TokenBucketCounter(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    @Override
    public boolean admit(long nanos, int permits) {
        fill(nanos, permits);
        if (level < periodNanos) {
            return false;
        }
        level -= periodNanos;
        return true;
    }

    private void fill(long nanos, int permits) {
        var elapsed = used ? Math.min(periodNanos, Math.max(0, nanos - filledAt)) : periodNanos;
        level = Math.min(permits * periodNanos, level + elapsed * permits);
        filledAt = used ? Math.max(filledAt, nanos) : nanos;
        used = true;
    }
}
