package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.tencent.redis.DescribeInstancesResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark measures what it says. */
class PipelineBenchmarkTest {
    private final PipelineState state = new PipelineState();

    @Test
    void calls_completeBeforeSubscribeReturns() {
        assertThat(responses(state.fullClient)).hasSize(100).allSatisfy(PipelineBenchmarkTest::isComplete);
        assertThat(responses(state.unlimitedClient)).hasSize(100).allSatisfy(PipelineBenchmarkTest::isComplete);
    }

    @Test
    void codecOnly_decodesTheSame() {
        isComplete(state.codecOnly());
    }

    private List<DescribeInstancesResponse> responses(TencentRedis client) {
        var answers = new ArrayList<DescribeInstancesResponse>();
        for (var i = 0; i < 100; i++) {
            client.call(state.request).subscribe(answers::add);
        }
        return answers;
    }

    private static void isComplete(DescribeInstancesResponse answer) {
        assertThat(answer.instanceSet())
                .singleElement()
                .satisfies(instance -> assertThat(instance.nodeSet()).hasSize(14));
    }
}
