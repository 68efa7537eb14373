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
    void everyCallIsAnsweredBeforeItsSubscriptionReturns() {
        assertThat(answers(state.complete)).hasSize(100).allSatisfy(PipelineBenchmarkTest::isComplete);
        assertThat(answers(state.withoutQuota)).hasSize(100).allSatisfy(PipelineBenchmarkTest::isComplete);
    }

    @Test
    void theCodecAloneReadsTheSame() {
        isComplete(state.codecAlone());
    }

    private List<DescribeInstancesResponse> answers(TencentRedis client) {
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
