package io.redial.benchmarks.peers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.benchmarks.sidebyside.Rehearsal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured side by side works. */
class AwsRehearsalTest {

    @ParameterizedTest
    @ValueSource(strings = {"AWS"})
    void aHandfulOfCallsIsAnswered(String entrant) throws Exception {
        assertThat(Rehearsal.calls(entrant)).isGreaterThanOrEqualTo(20);
    }
}
