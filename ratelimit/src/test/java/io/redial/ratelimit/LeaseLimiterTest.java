package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are milliseconds here. The limit is 4 in a second, the margin 5 ms. */
class LeaseLimiterTest {
    private static final long MS = 1_000_000;

    private long now;

    private final LeaseLimiter limiter =
            new LeaseLimiter("Ask", Map.of(), Rate.perSecond(4), Duration.ofMillis(5), () -> now);

    @Test
    void aPermitIsLeasedUntilAPeriodAfterItsAnswer() {
        assertThat(leased()).isEqualTo(4);
        assertThat(limiter.lease()).isEqualTo(QuotaLimiter.UNKNOWN_WAIT);
        at(40);
        limiter.answered(0, now);

        assertThat(limiter.lease()).isEqualTo(1005 * MS);
        at(1044);
        assertThat(limiter.lease()).isEqualTo(MS);
        at(1045);
        assertThat(leased()).isEqualTo(1);
    }

    @Test
    void eachOutcomeSettlesOnePermit() {
        leased();
        limiter.notSent();
        assertThat(leased()).isEqualTo(1);

        at(10);
        limiter.answered(0, now);
        limiter.throttled(0, now, null);
        limiter.unanswered(0, now);
        limiter.notSent();
        assertThat(limiter.idle()).isFalse();

        at(1015);
        assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(limiter.presentLimit());
    }

    @Test
    void aRefusalLowersTheLimitAndItComesBack() {
        leased();
        at(10);
        for (var i = 0; i < 4; i++) {
            limiter.throttled(0, now, 2);
        }
        assertThat(limiter.presentLimit()).isEqualTo(2);

        at(1015);
        assertThat(leased()).isEqualTo(2);
        limiter.notSent();
        limiter.notSent();
        assertThat(limiter.idle()).as("something learned would be lost").isFalse();

        at(10_000);
        assertThat(limiter.presentLimit()).isEqualTo(4);
        assertThat(limiter.idle()).isTrue();
    }

    @Test
    void theExpectedWaitIsWhatTheRateTakes() {
        assertThat(limiter.expectedWait(3)).isZero();
        leased();
        for (var i = 0; i < 4; i++) {
            limiter.answered(0, 0);
        }

        assertThat(limiter.expectedWait(0)).isEqualTo(Duration.ofMillis(1005));
        assertThat(limiter.expectedWait(4)).isEqualTo(Duration.ofMillis(2005));
    }

    @Test
    void acquiringGivesAllOrNothingAndNeverWaits() {
        assertThat(limiter.acquirePermission(3)).isTrue();
        assertThat(limiter.acquirePermission(2)).isFalse();
        assertThat(limiter.acquirePermission()).as("the last one was not lost").isTrue();
        assertThat(limiter.acquirePermission(5)).isFalse();

        at(1005);
        assertThat(limiter.acquirePermission(4)).isTrue();
    }

    @Test
    void reservingGivesAPermitNowOrNotAtAll() {
        assertThat(limiter.reservePermission(4)).isZero();
        assertThat(limiter.reservePermission(1)).isEqualTo(-1);
    }

    @Test
    void drainingLeavesNothingForAPeriod() {
        limiter.lease();
        limiter.drainPermissions();
        assertThat(limiter.getMetrics().getAvailablePermissions()).isZero();

        at(1005);
        assertThat(limiter.getMetrics().getAvailablePermissions()).isEqualTo(3);
    }

    @Test
    void theLimitCanBeLoweredByHandAndRaisedAgain() {
        limiter.changeLimitForPeriod(1);
        assertThat(leased()).isEqualTo(1);

        limiter.changeLimitForPeriod(4);
        assertThat(leased()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5})
    void aLimitOutsideWhatItWasMadeForIsRefused(int other) {
        assertThatThrownBy(() -> limiter.changeLimitForPeriod(other))
                .hasMessage("Ask was made for 4/1s and can be set to 1 up to that, not " + other);
    }

    @Test
    void whatWillNotHappenIsSaid() {
        limiter.changeTimeoutDuration(Duration.ofSeconds(9));

        assertThat(limiter.getRateLimiterConfig().getTimeoutDuration()).isZero();
        assertThat(limiter.getRateLimiterConfig().getLimitForPeriod()).isEqualTo(4);
        assertThat(limiter.getMetrics().getNumberOfWaitingThreads()).isZero();
        assertThat(limiter).hasToString("LeaseLimiter{Ask, 4/1s}");
    }

    private int leased() {
        var leased = 0;
        while (limiter.lease() == 0) {
            leased++;
        }
        return leased;
    }

    private void at(long millis) {
        now = millis * MS;
    }
}
