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
        SimulatedLimiter create(Rate rate, LongSupplier clock) {
            return of(new LeaseLimiter("lease", Map.of(), rate, Duration.ofMillis(5), clock));
        }
    },
    FIXED_WINDOW("Resilience4j: 20 in 1 s") {
        @Override
        SimulatedLimiter create(Rate rate, LongSupplier clock) {
            return of(CycleLimiter.cycles("cycles", Map.of(), rate, clock));
        }
    },
    SMOOTH("Resilience4j: 1 in 50 ms") {
        @Override
        SimulatedLimiter create(Rate rate, LongSupplier clock) {
            return of(CycleLimiter.paced("paced", Map.of(), rate, clock));
        }
    },
    BUCKET4J("Bucket4j: greedy, burst 20") {
        @Override
        SimulatedLimiter create(Rate rate, LongSupplier clock) {
            var bucket = Bucket.builder()
                    .withCustomTimePrecision(meter(clock))
                    .addLimit(limit -> limit.capacity(rate.permits()).refillGreedy(rate.permits(), rate.period()))
                    .build();
            return () -> bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        }
    },
    SLIDING_LOG("log of departures + 5 ms") {
        @Override
        SimulatedLimiter create(Rate rate, LongSupplier clock) {
            return new SlidingLogLimiter(rate, Duration.ofMillis(5), clock);
        }
    };

    private final String label;

    LimiterKind(String words) {
        this.label = words;
    }

    abstract SimulatedLimiter create(Rate rate, LongSupplier clock);

    @Override
    public String toString() {
        return label;
    }

    private static SimulatedLimiter of(QuotaLimiter limiter) {
        return new SimulatedLimiter() {
            @Override
            public long tryAcquire() {
                return limiter.lease();
            }

            @Override
            public void onAccepted(long sentAt, long answeredAt) {
                limiter.answered(sentAt, answeredAt);
            }

            @Override
            public void onThrottled(long sentAt, long answeredAt, String text) {
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
