package io.redial.benchmarks.limiter;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one decision costs when the call may leave, and when it may not. Every limiter reads the system's clock, as it does
 * in an application. The lease window is settled too, because that is what it costs to use it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LimiterBenchmark {

    /** The lease window: a decision. */
    @Benchmark
    public long exhaustedLease(ExhaustedLimiters limiters) {
        return limiters.lease.lease();
    }

    /** Resilience4j: a decision. */
    @Benchmark
    public boolean exhaustedResilience4j(ExhaustedLimiters limiters) {
        return limiters.resilience4j.acquirePermission(1);
    }

    /** Bucket4j: a decision. */
    @Benchmark
    public boolean exhaustedBucket4j(ExhaustedLimiters limiters) {
        return limiters.bucket4j.tryConsume(1);
    }

    /** The lease window: a decision, and the answer to the call with the time at which it came. */
    @Benchmark
    public long availableLease(AvailableLimiters limiters) {
        var wait = limiters.lease.lease();
        var now = System.nanoTime();
        limiters.lease.answered(now, now);
        return wait;
    }

    /** Resilience4j: a decision. */
    @Benchmark
    public boolean availableResilience4j(AvailableLimiters limiters) {
        return limiters.resilience4j.acquirePermission(1);
    }

    /** Bucket4j: a decision. */
    @Benchmark
    public boolean availableBucket4j(AvailableLimiters limiters) {
        return limiters.bucket4j.tryConsume(1);
    }
}
