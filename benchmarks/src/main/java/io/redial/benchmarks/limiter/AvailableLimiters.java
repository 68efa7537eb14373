package io.redial.benchmarks.limiter;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.redial.core.Rate;
import io.redial.ratelimit.LeaseLimiter;
import java.time.Duration;
import java.util.Map;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Limiters that always have a permit. */
@State(Scope.Benchmark)
public class AvailableLimiters {
    private static final int AMPLE_PERMITS = 1_000_000_000;

    final LeaseLimiter lease =
            new LeaseLimiter("lease", Map.of(), new Rate(1000, Duration.ofNanos(1)), Duration.ZERO, System::nanoTime);

    final RateLimiter resilience4j = RateLimiter.of(
            "resilience4j",
            RateLimiterConfig.custom()
                    .limitForPeriod(AMPLE_PERMITS)
                    .limitRefreshPeriod(Duration.ofMillis(1))
                    .timeoutDuration(Duration.ZERO)
                    .build());

    final Bucket bucket4j = Bucket.builder()
            .withNanosecondPrecision()
            .addLimit(limit -> limit.capacity(AMPLE_PERMITS).refillGreedy(AMPLE_PERMITS, Duration.ofSeconds(1)))
            .build();
}
