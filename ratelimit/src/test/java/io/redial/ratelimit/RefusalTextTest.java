package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Your current request times equals to `11` in a second, which exceeds the frequency limit `10` for a second | 10
                    exceeds the frequency limit `100`                                                                         | 100
                    exceeds the frequency limit `1000000`                                                                     |
                    exceeds the frequency limit `many`                                                                        |
                    exceeds the frequency limit 10                                                                            |
                    The frequency of this call is too high                                                                    |
                    ''                                                                                                        |
                    """)
    void namesTheLimitOrNothing(String text, @Nullable Integer limit) {
        assertThat(RefusalText.limit(text)).isEqualTo(limit);
    }
}
