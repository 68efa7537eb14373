package io.redial.ratelimit;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** How calls are kept inside a quota. */
public enum Algorithm {
    /** A permit comes home one period after the server can have counted its request: the default, never refused. */
    LEASE {
        @Override
        QuotaLimiter create(String name, Map<String, String> tags, Rate rate, Duration margin, LongSupplier clock) {
            return new LeaseLimiter(name, tags, rate, margin, clock);
        }
    },
    /** Resilience4j's own: all permits of a period at the beginning of each cycle. Refused now and then. */
    CYCLES {
        @Override
        QuotaLimiter create(String name, Map<String, String> tags, Rate rate, Duration margin, LongSupplier clock) {
            return CycleLimiter.cycles(name, tags, rate, clock);
        }
    },
    /** Resilience4j's own: one permit in each even part of a period. Never a burst, refused now and then. */
    PACED {
        @Override
        QuotaLimiter create(String name, Map<String, String> tags, Rate rate, Duration margin, LongSupplier clock) {
            return CycleLimiter.paced(name, tags, rate, clock);
        }
    };

    abstract QuotaLimiter create(String name, Map<String, String> tags, Rate rate, Duration margin, LongSupplier clock);
}
