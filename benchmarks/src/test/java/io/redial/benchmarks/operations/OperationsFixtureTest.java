package io.redial.benchmarks.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class OperationsFixtureTest {
    private static final int QUOTA = 20;

    @Test
    void rateLimit_isExhaustedByExcessCalls() {
        try (var test = OperationsFixture.start(1)) {
            assertThat(test.isRateLimitExhausted(DescribeTaskInfoRequest.ACTION))
                    .isFalse();

            var exhausted = Flux.range(1, 10 * QUOTA)
                    .flatMap(
                            i -> test.redis()
                                    .call(DescribeTaskInfoRequest.of(1))
                                    .then()
                                    .onErrorComplete()
                                    .thenReturn(i),
                            10 * QUOTA)
                    .elementAt(QUOTA - 1)
                    .map(answered -> test.isRateLimitExhausted(DescribeTaskInfoRequest.ACTION))
                    .block(Duration.ofSeconds(30));

            assertThat(exhausted).isTrue();
            assertThat(test.isRateLimitExhausted(DescribeInstancesRequest.ACTION))
                    .isFalse();
        }
    }
}
