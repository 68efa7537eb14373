package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTimeTest {
    private final QuotaTime orders = new QuotaTime(Rate.perSecond(20));

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 50", "20, 1000", "30, 1500"})
    void steadilyEachCallTakesItsShareOfThePeriod(int calls, long millis) {
        assertThat(orders.steadily(calls)).isEqualTo(Duration.ofMillis(millis));
    }
}
