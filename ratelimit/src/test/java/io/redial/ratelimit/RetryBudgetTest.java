package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {
    @ParameterizedTest(name = "a budget of {0}, empty, after {1} successes allows {2}")
    @CsvSource({"0, 0, 0", "0, 100, 0", "3, 0, 0", "3, 9, 0", "3, 10, 1", "3, 19, 1", "3, 30, 3", "3, 1000, 3"})
    void tenSuccessesGiveOneRetryBack(int retries, int successes, int expected) {
        var budget = new RetryBudget(retries);
        assertThat(taken(budget)).isEqualTo(retries);

        for (var i = 0; i < successes; i++) {
            budget.succeeded();
        }

        assertThat(taken(budget)).isEqualTo(expected);
    }

    @Test
    void threadsTakeNoMoreThanThereIs() {
        var budget = new RetryBudget(1000);

        assertThat(IntStream.range(0, 5000)
                        .parallel()
                        .filter(i -> budget.take())
                        .count())
                .isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE})
    void aBudgetThatMakesNoSenseIsRefused(int retries) {
        assertThatThrownBy(() -> new RetryBudget(retries)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int taken(RetryBudget budget) {
        var taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }
}
