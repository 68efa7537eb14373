package io.redial.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTimeTest {

    @Test
    void time_isFormattedAndParsedInUtcPlusEight() {
        assertThat(ApiTime.format(1_541_064_314_999L)).isEqualTo("2018-11-01 17:25:14");
        assertThat(ApiTime.parseMillis("2018-11-01 17:25:14")).contains(1_541_064_314_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0000-00-00 00:00:00",
                "2018-02-30 00:00:00",
                "2018-11-01T17:25:14",
                "2018-11-01 24:00:00",
                "+292278994-08-17 00:00:00",
            })
    void invalidTime_isNotParsed(String text) {
        assertThat(ApiTime.parseMillis(text)).isEmpty();
    }
}
