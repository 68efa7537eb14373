package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaEstimateTest {
    private final QuotaEstimate orders = new QuotaEstimate(Rate.perSecond(20));

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 50", "20, 1000", "30, 1500"})
    void durationOf_isProportionalToCalls(int calls, long millis) {
        assertThat(orders.durationOf(calls)).isEqualTo(Duration.ofMillis(millis));
    }
}
