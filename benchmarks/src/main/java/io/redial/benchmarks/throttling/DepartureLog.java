package io.redial.benchmarks.throttling;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/** What many write by hand: never more departures within a period and a little than the limit. */
final class DepartureLog implements Limiter {
    private final Queue<Long> departures = new ArrayDeque<>();
    private final int limit;
    private final long span;
    private final LongSupplier clock;

    DepartureLog(Rate rate, Duration margin, LongSupplier clock) {
        this.limit = rate.permits();
        this.span = rate.period().plus(margin).toNanos();
        this.clock = clock;
    }

    @Override
    public long ask() {
        var now = clock.getAsLong();
        if (departures.size() < limit) {
            departures.add(now);
            return 0;
        }
        var wait = departures.element() + span - now;
        if (wait > 0) {
            return wait;
        }
        departures.remove();
        departures.add(now);
        return 0;
    }
}
