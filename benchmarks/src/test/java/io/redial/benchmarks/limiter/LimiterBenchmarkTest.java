package io.redial.benchmarks.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark measures what it says. */
class LimiterBenchmarkTest {
    private static final int MANY = 5000;

    private final LimiterBenchmark benchmark = new LimiterBenchmark();

    @Test
    void permitsAreAlwaysAvailable() {
        var limiters = new Available();
        for (var i = 0; i < MANY; i++) {
            assertThat(benchmark.permittedLease(limiters)).isZero();
            assertThat(benchmark.permittedResilience4j(limiters)).isTrue();
            assertThat(benchmark.permittedBucket4j(limiters)).isTrue();
        }
    }

    @Test
    void nothingIsAvailable() {
        var limiters = new Exhausted();
        for (var i = 0; i < MANY; i++) {
            assertThat(benchmark.notNowLease(limiters)).isPositive();
            assertThat(benchmark.notNowResilience4j(limiters)).isFalse();
            assertThat(benchmark.notNowBucket4j(limiters)).isFalse();
        }
    }
}
