package io.redial.benchmarks.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lease window is there for. */
class LeaseLimiterTargetsTest {
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "NONE,      SLIDING_LOG,    0.995",
        "NONE,      ALIGNED_WINDOW, 0.995",
        "NONE,      TOKEN_BUCKET,   0.995",
        "JITTER,    SLIDING_LOG,    0.96",
        "JITTER,    ALIGNED_WINDOW, 0.96",
        "JITTER,    TOKEN_BUCKET,   0.96",
        "FAR,       SLIDING_LOG,    0.96",
        "FAR,       ALIGNED_WINDOW, 0.96",
        "FAR,       TOKEN_BUCKET,   0.96",
        // A slow call holds its permit until it is answered: nobody knows whether it was late on the way out or back.
        "SLOW_TAIL, SLIDING_LOG,    0.94",
        "SLOW_TAIL, ALIGNED_WINDOW, 0.94",
        "SLOW_TAIL, TOKEN_BUCKET,   0.94",
    })
    void alone_isNeverThrottledAndUsesTheQuota(SimulatedNetwork network, ServerKind server, double use) {
        // Ten runs are in the report. These are others.
        var row = SimulationSummary.of(LimiterKind.LEASE, server, network, false, IntStream.range(0, 50));

        assertThat(row.throttled()).isZero();
        assertThat(row.utilization()).isGreaterThanOrEqualTo(use);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "NONE,      SLIDING_LOG,    0.9",
        "NONE,      ALIGNED_WINDOW, 0.9",
        "NONE,      TOKEN_BUCKET,   0.9",
        "JITTER,    SLIDING_LOG,    0.9",
        "JITTER,    ALIGNED_WINDOW, 0.9",
        "JITTER,    TOKEN_BUCKET,   0.9",
        "FAR,       SLIDING_LOG,    0.9",
        "FAR,       ALIGNED_WINDOW, 0.9",
        "FAR,       TOKEN_BUCKET,   0.9",
        // What is left is 13 calls and a third, and slow ones hold their permits: 13 kept without a mistake give 0.89.
        "SLOW_TAIL, SLIDING_LOG,    0.87",
        "SLOW_TAIL, ALIGNED_WINDOW, 0.9",
        "SLOW_TAIL, TOKEN_BUCKET,   0.9",
    })
    void sharedAccount_isRarelyThrottledAndUsesTheRest(SimulatedNetwork network, ServerKind server, double use) {
        var row = SimulationSummary.of(LimiterKind.LEASE, server, network, true, ThrottlingReport.seeds());

        assertThat(row.throttledShare()).isLessThan(0.02);
        assertThat(row.utilization()).isGreaterThan(use);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "NONE,      SLIDING_LOG",
        "NONE,      ALIGNED_WINDOW",
        "NONE,      TOKEN_BUCKET",
        "JITTER,    SLIDING_LOG",
        "JITTER,    ALIGNED_WINDOW",
        "JITTER,    TOKEN_BUCKET",
        "FAR,       SLIDING_LOG",
        "FAR,       ALIGNED_WINDOW",
        "FAR,       TOKEN_BUCKET",
        "SLOW_TAIL, SLIDING_LOG",
        "SLOW_TAIL, ALIGNED_WINDOW",
        "SLOW_TAIL, TOKEN_BUCKET",
    })
    void loweredLimit_isLearnedAndRecoversWhenRaised(SimulatedNetwork network, ServerKind server) {
        var seen = LoweredLimitResult.of(server, network, ThrottlingReport.seeds());

        assertThat(seen.throttledInNext5Seconds()).isZero();
        assertThat(seen.recoverySeconds()).isLessThanOrEqualTo(15);
    }
}
