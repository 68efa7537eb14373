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

/** Limiters that have spent their permits and get none back for a day. */
@State(Scope.Benchmark)
public class ExhaustedLimiters {
    private static final int LIMIT = 20;
    private static final Duration REFRESH_PERIOD = Duration.ofDays(1);

    final LeaseLimiter lease =
            new LeaseLimiter("lease", Map.of(), new Rate(LIMIT, REFRESH_PERIOD), Duration.ZERO, System::nanoTime);

    final RateLimiter resilience4j = RateLimiter.of(
            "resilience4j",
            RateLimiterConfig.custom()
                    .limitForPeriod(LIMIT)
                    .limitRefreshPeriod(REFRESH_PERIOD)
                    .timeoutDuration(Duration.ZERO)
                    .build());

    final Bucket bucket4j = Bucket.builder()
            .withNanosecondPrecision()
            .addLimit(limit -> limit.capacity(LIMIT).refillGreedy(LIMIT, REFRESH_PERIOD))
            .build();

    /** All limiters, spent. */
    public ExhaustedLimiters() {
        lease.drainPermissions();
        resilience4j.drainPermissions();
        bucket4j.tryConsumeAsMuchAsPossible();
    }
}
