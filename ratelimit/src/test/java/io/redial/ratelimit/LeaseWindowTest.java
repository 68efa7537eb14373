package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set the time, assert the exact answer. Times are milliseconds here. */
class LeaseWindowTest {
    private static final long MS = 1_000_000;

    private final LeaseWindow window = new LeaseWindow(Rate.perSecond(2), Duration.ofMillis(5));

    @Test
    void fromIdleTheWholeLimitLeavesAtOnce() {
        assertThat(lease(0)).isZero();
        assertThat(lease(0)).isZero();
        assertThat(window.lease(0, 2)).isEqualTo(QuotaLimiter.UNKNOWN_WAIT);
    }

    @Test
    void aPermitComesHomeOnePeriodAndAMarginAfterItsAnswer() {
        lease(0);
        lease(0);
        answered(0, 40);

        assertThat(lease(40)).isEqualTo(1005);
        assertThat(lease(1044)).isEqualTo(1);
        assertThat(lease(1045)).isZero();
        assertThat(window.lease(1045 * MS, 2)).isEqualTo(QuotaLimiter.UNKNOWN_WAIT);
    }

    @Test
    void onceTheRoundTripIsKnownLatencyCostsNothing() {
        lease(0);
        answered(0, 40);
        lease(2_100);
        answered(2_100, 2_140);
        lease(3_200);
        answered(3_200, 3_240);
        lease(3_200);
        answered(3_200, 3_260);

        assertThat(lease(3_260)).isEqualTo(3_240 + 1000 - 40 + 5 - 3_260);
    }

    @Test
    void whatWasNotAnsweredComesHomeOnePeriodAfterItWasGivenUp() {
        lease(0);
        lease(0);
        window.unanswered(300 * MS);

        assertThat(lease(300)).isEqualTo(1005);
    }

    @Test
    void whatNeverLeftIsHomeAtOnce() {
        lease(0);
        lease(0);
        window.notSent();

        assertThat(lease(0)).isZero();
    }

    @Test
    void aPermitDoesNotOvertakeAnother() {
        lease(0);
        lease(0);
        window.unanswered(500 * MS);
        answered(0, 100);

        assertThat(lease(1_400)).isEqualTo(105);
    }

    @Test
    void aLoweredLimitWaitsUntilEnoughAreHome() {
        lease(0);
        lease(0);
        answered(0, 0);
        answered(0, 50);

        assertThat(window.lease(60 * MS, 1)).isEqualTo((1055 - 60) * MS);
        assertThat(window.lease(1_055 * MS, 1)).isZero();
    }

    @Test
    void theExpectedWaitIsWhatTheRateTakes() {
        assertThat(window.expectedWait(0, 1, 2)).isZero();
        lease(0);
        lease(0);
        answered(0, 0);
        answered(0, 0);

        assertThat(window.expectedWait(5 * MS, 0, 2)).isEqualTo(1000 * MS);
        assertThat(window.expectedWait(5 * MS, 1, 2)).isEqualTo(1000 * MS);
        assertThat(window.expectedWait(5 * MS, 2, 2)).isEqualTo(2000 * MS);
    }

    @Test
    void aNegativeMarginIsRefused() {
        assertThatThrownBy(() -> new LeaseWindow(Rate.perSecond(1), Duration.ofMillis(-1)))
                .hasMessage("the margin is not negative, but PT-0.001S");
    }

    /**
     * A server that counts every arrival in a sliding second, and a client that always wants to send. The first calls are
     * cold: they open connections.
     */
    @ParameterizedTest(name = "{0}/s, base {1} ms, jitter {2} ms, {3} ms more while cold")
    @CsvSource({
        "20,    0,  0,   0",
        "20,    0, 30,   0",
        "20,  100, 30,   0",
        "20,  300,  0,   0",
        "100,   5, 10,   0",
        "35,   50, 30,   0",
        "20,    0,  0, 250",
        "20,    0, 30, 250",
        "20,  100, 30, 250",
    })
    void aSlidingServerNeverSeesMoreThanItAllows(int permits, int baseMillis, int jitterMillis, int coldMillis) {
        var sent = 0;
        var random = new Random(1);
        var limiter = new LeaseWindow(Rate.perSecond(permits), Duration.ofMillis(5));
        var answers = new PriorityQueue<long[]>((left, right) -> Long.compare(left[1], right[1]));
        var arrivals = new PriorityQueue<Long>();
        var end = 30_000 * MS;
        for (long now = 0; now < end; now += MS) {
            while (!answers.isEmpty() && answers.peek()[1] <= now) {
                var answer = answers.remove();
                limiter.answered(answer[0], answer[1]);
            }
            while (limiter.lease(now, permits) == 0) {
                var cold = sent++ < permits ? coldMillis * MS : 0;
                var outward = cold + trip(random, baseMillis, jitterMillis);
                arrivals.add(now + outward);
                answers.add(new long[] {now, now + outward + trip(random, baseMillis, jitterMillis)});
            }
        }
        var counted = arrivals.stream().filter(arrival -> arrival < end).count();

        assertThat(mostInOneSecond(arrivals)).isLessThanOrEqualTo(permits);
        assertThat(counted / 30.0 / permits).as("use of the quota").isGreaterThan(0.9);
    }

    private static long trip(Random random, int baseMillis, int jitterMillis) {
        return baseMillis * MS / 2 + (jitterMillis == 0 ? 0 : random.nextLong(jitterMillis * MS));
    }

    private static int mostInOneSecond(PriorityQueue<Long> arrivals) {
        var inWindow = new ArrayDeque<Long>();
        var most = 0;
        while (!arrivals.isEmpty()) {
            var arrival = arrivals.remove();
            while (!inWindow.isEmpty() && inWindow.peek() <= arrival - 1_000 * MS) {
                inWindow.remove();
            }
            inWindow.add(arrival);
            most = Math.max(most, inWindow.size());
        }
        return most;
    }

    private long lease(long millis) {
        return window.lease(millis * MS, 2) / MS;
    }

    private void answered(long sentMillis, long answeredMillis) {
        window.answered(sentMillis * MS, answeredMillis * MS);
    }
}
