package io.redial.benchmarks.throttling;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.redial.core.Rate;
import io.redial.ratelimit.CycleLimiter;
import io.redial.ratelimit.LeaseLimiter;
import io.redial.ratelimit.QuotaLimiter;
import io.redial.ratelimit.RefusalText;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** The limiters that are compared. */
enum LimiterKind {
    LEASE("Redial: lease window") {
        @Override
        Limiter create(Rate rate, LongSupplier clock) {
            return of(new LeaseLimiter("lease", Map.of(), rate, Duration.ofMillis(5), clock));
        }
    },
    CYCLES("Resilience4j: 20 in 1 s") {
        @Override
        Limiter create(Rate rate, LongSupplier clock) {
            return of(CycleLimiter.cycles("cycles", Map.of(), rate, clock));
        }
    },
    PACED("Resilience4j: 1 in 50 ms") {
        @Override
        Limiter create(Rate rate, LongSupplier clock) {
            return of(CycleLimiter.paced("paced", Map.of(), rate, clock));
        }
    },
    BUCKET4J("Bucket4j: greedy, burst 20") {
        @Override
        Limiter create(Rate rate, LongSupplier clock) {
            var bucket = Bucket.builder()
                    .withCustomTimePrecision(meter(clock))
                    .addLimit(limit -> limit.capacity(rate.permits()).refillGreedy(rate.permits(), rate.period()))
                    .build();
            return () -> bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        }
    },
    DEPARTURE_LOG("log of departures + 5 ms") {
        @Override
        Limiter create(Rate rate, LongSupplier clock) {
            return new DepartureLog(rate, Duration.ofMillis(5), clock);
        }
    };

    private final String words;

    LimiterKind(String words) {
        this.words = words;
    }

    abstract Limiter create(Rate rate, LongSupplier clock);

    @Override
    public String toString() {
        return words;
    }

    private static Limiter of(QuotaLimiter limiter) {
        return new Limiter() {
            @Override
            public long ask() {
                return limiter.lease();
            }

            @Override
            public void accepted(long sentAt, long answeredAt) {
                limiter.answered(sentAt, answeredAt);
            }

            @Override
            public void refused(long sentAt, long answeredAt, String text) {
                limiter.throttled(sentAt, answeredAt, RefusalText.limit(text));
            }
        };
    }

    private static TimeMeter meter(LongSupplier clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
