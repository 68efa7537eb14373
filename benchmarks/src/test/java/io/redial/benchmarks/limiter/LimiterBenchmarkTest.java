package io.redial.benchmarks.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark measures what it says. */
class LimiterBenchmarkTest {
    private static final int ITERATIONS = 5000;

    private final LimiterBenchmark benchmark = new LimiterBenchmark();

    @Test
    void availableLimiters_alwaysGrantPermits() {
        var limiters = new AvailableLimiters();
        for (var i = 0; i < ITERATIONS; i++) {
            assertThat(benchmark.availableLease(limiters)).isZero();
            assertThat(benchmark.availableResilience4j(limiters)).isTrue();
            assertThat(benchmark.availableBucket4j(limiters)).isTrue();
        }
    }

    @Test
    void exhaustedLimiters_neverGrantPermits() {
        var limiters = new ExhaustedLimiters();
        for (var i = 0; i < ITERATIONS; i++) {
            assertThat(benchmark.exhaustedLease(limiters)).isPositive();
            assertThat(benchmark.exhaustedResilience4j(limiters)).isFalse();
            assertThat(benchmark.exhaustedBucket4j(limiters)).isFalse();
        }
    }
}
