package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private static final RateLimits DOCUMENTED = RateLimits.documented();

    @Test
    void anActionHasItsDocumentedLimitUnlessAnotherIsSaid() {
        var ask = Asking.action("Ask", Rate.perSecond(20));
        var tell = Asking.action("Tell", Rate.perSecond(35));
        var limits = DOCUMENTED.with("Ask", Rate.perSecond(100));

        assertThat(DOCUMENTED.of(ask)).isEqualTo(Rate.perSecond(20));
        assertThat(limits.of(ask)).isEqualTo(Rate.perSecond(100));
        assertThat(limits.of(tell)).isEqualTo(Rate.perSecond(35));
        assertThat(limits.with("Ask", Rate.perSecond(5)).of(ask)).isEqualTo(Rate.perSecond(5));
    }

    @ParameterizedTest(name = "{0} calls at {1} in {2} s take {3} ms")
    @CsvSource({
        "  0, 20,  1,      0",
        "  1, 20,  1,      0",
        " 20, 20,  1,      0",
        " 21, 20,  1,   1000",
        " 40, 20,  1,   1000",
        " 41, 20,  1,   2000",
        "200, 20,  1,   9000",
        "200, 10, 60, 1140000",
        "  2,  1,  1,   1000",
    })
    void theEstimateIsWhatTheQuotaLetsCallsTake(long calls, int permits, long seconds, long millis) {
        var action = Asking.action("Ask", new Rate(permits, Duration.ofSeconds(seconds)));

        assertThat(DOCUMENTED.estimate(action, calls)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theEstimateKnowsWhatWasSaidByHand() {
        var ask = Asking.action("Ask", Rate.perSecond(20));
        var limits = DOCUMENTED.with("Ask", Rate.perSecond(100)).withMargin(Duration.ZERO);

        assertThat(limits.estimate(ask, 200)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var ask = Asking.action("Ask", Rate.perSecond(20));

        assertThatThrownBy(() -> DOCUMENTED.estimate(ask, -1)).hasMessage("a number of calls is not negative, but -1");
        assertThatThrownBy(() -> DOCUMENTED.withMargin(Duration.ofMillis(-1)))
                .hasMessage("the margin is not negative, but PT-0.001S");
    }

    @ParameterizedTest(name = "{0}: {1} leave from idle, then nothing for {2} ms")
    @CsvSource({"LEASE, 20, -1", "CYCLES, 20, 1000", "PACED, 1, 50"})
    void theLimiterIsKeptAsTheAlgorithmSays(Algorithm algorithm, int fromIdle, long millis) {
        var limiter = DOCUMENTED
                .withAlgorithm(algorithm)
                .limiter("Ask", Map.of("host", "a"), Asking.action("Ask", Rate.perSecond(20)), () -> 0);

        for (var i = 0; i < fromIdle; i++) {
            assertThat(limiter.lease()).isZero();
        }
        assertThat(limiter.lease()).isEqualTo(millis < 0 ? QuotaLimiter.UNKNOWN_WAIT : millis * 1_000_000);
        assertThat(limiter.getName()).isEqualTo("Ask");
        assertThat(limiter.getTags()).containsExactly(Map.entry("host", "a"));
    }
}
