package io.redial.benchmarks.peers.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.benchmarks.sidebyside.WarmUp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured side by side works. */
class AliyunCandidateTest {

    @ParameterizedTest
    @ValueSource(strings = {"ALIYUN"})
    void calls_succeed(String entrant) throws Exception {
        assertThat(WarmUp.run(entrant)).isGreaterThanOrEqualTo(20);
    }
}
