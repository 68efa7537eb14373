package io.redial.benchmarks.throttling;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/** What many write by hand: never more departures within a period and a little than the limit. */
final class SlidingLogLimiter implements SimulatedLimiter {
    private final Queue<Long> sendTimes = new ArrayDeque<>();
    private final int limit;
    private final long span;
    private final LongSupplier clock;

    SlidingLogLimiter(Rate rate, Duration margin, LongSupplier clock) {
        this.limit = rate.permits();
        this.span = rate.period().plus(margin).toNanos();
        this.clock = clock;
    }

    @Override
    public long tryAcquire() {
        var now = clock.getAsLong();
        if (sendTimes.size() < limit) {
            sendTimes.add(now);
            return 0;
        }
        var wait = sendTimes.element() + span - now;
        if (wait > 0) {
            return wait;
        }
        sendTimes.remove();
        sendTimes.add(now);
        return 0;
    }
}
