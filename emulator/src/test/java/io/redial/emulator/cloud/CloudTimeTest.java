package io.redial.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTimeTest {

    @Test
    void isWrittenAndReadInUtcPlusEight() {
        assertThat(CloudTime.text(1_541_064_314_999L)).isEqualTo("2018-11-01 17:25:14");
        assertThat(CloudTime.millis("2018-11-01 17:25:14")).contains(1_541_064_314_000L);
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
    void whatIsNoTimeIsNone(String text) {
        assertThat(CloudTime.millis(text)).isEmpty();
    }
}
