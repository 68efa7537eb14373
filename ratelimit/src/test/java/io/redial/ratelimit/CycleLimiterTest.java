package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times are milliseconds here. */
class CycleLimiterTest {
    private static final long MS = 1_000_000;
    private static final Rate RATE = Rate.perSecond(20);

    private long now;

    private final CycleLimiter cycles = CycleLimiter.cycles("cycles", Map.of(), RATE, () -> now);
    private final CycleLimiter paced = CycleLimiter.paced("paced", Map.of(), RATE, () -> now);

    @Test
    void allPermitsOfAPeriodAreThereAtTheBeginningOfACycle() {
        assertThat(leased(cycles)).isEqualTo(20);

        now = 300 * MS;
        assertThat(cycles.lease()).isEqualTo(700 * MS);
        now = 999 * MS;
        assertThat(cycles.lease()).isEqualTo(MS);
        now = 1000 * MS;
        assertThat(leased(cycles)).isEqualTo(20);
    }

    @Test
    void pacedThereIsOneInEachEvenPart() {
        assertThat(leased(paced)).isEqualTo(1);

        assertThat(paced.lease()).isEqualTo(50 * MS);
        now = 50 * MS;
        assertThat(leased(paced)).isEqualTo(1);
        now = 500 * MS;
        assertThat(leased(paced)).isEqualTo(1);
    }

    @Test
    void itLearnsNothingFromAnswers() {
        leased(cycles);
        cycles.answered(0, 0);
        cycles.throttled(0, 0, 5);
        cycles.unanswered(0, 0);
        cycles.notSent();

        assertThat(cycles.lease()).isEqualTo(1000 * MS);
        assertThat(cycles.presentLimit()).isEqualTo(20);
    }

    @Test
    void theExpectedWaitCountsCycles() {
        assertThat(cycles.expectedWait(19)).isZero();
        leased(cycles);
        now = 400 * MS;

        assertThat(cycles.expectedWait(0)).isEqualTo(Duration.ofMillis(600));
        assertThat(cycles.expectedWait(19)).isEqualTo(Duration.ofMillis(600));
        assertThat(cycles.expectedWait(20)).isEqualTo(Duration.ofMillis(1600));
    }

    @Test
    void itIsIdleWhenItsCycleIsUnspent() {
        assertThat(cycles.idle()).isTrue();
        cycles.lease();
        assertThat(cycles.idle()).isFalse();
        now = 1000 * MS;
        assertThat(cycles.idle()).isTrue();
    }

    @Test
    void asResilience4jItAnswersAtOnce() {
        assertThat(cycles.acquirePermission(20)).isTrue();
        assertThat(cycles.acquirePermission(1)).isFalse();
        assertThat(cycles.reservePermission(1)).isEqualTo(-1);
        assertThat(cycles.getMetrics().getAvailablePermissions()).isZero();

        now = 1000 * MS;
        assertThat(cycles.reservePermission(1)).isZero();
        cycles.drainPermissions();
        assertThat(cycles.acquirePermission(1)).isFalse();

        cycles.changeLimitForPeriod(5);
        now = 2000 * MS;
        assertThat(leased(cycles)).isEqualTo(5);
    }

    private static int leased(QuotaLimiter limiter) {
        var leased = 0;
        while (limiter.lease() == 0) {
            leased++;
        }
        return leased;
    }
}
