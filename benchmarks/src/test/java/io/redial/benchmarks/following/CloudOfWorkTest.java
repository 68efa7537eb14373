package io.redial.benchmarks.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class CloudOfWorkTest {
    private static final int QUOTA = 20;

    @Test
    void aQuotaIsExhaustedWhenMoreWasAskedOfIt() {
        try (var test = CloudOfWork.start(1)) {
            assertThat(test.exhausted(DescribeTaskInfoRequest.ACTION)).isFalse();

            var exhausted = Flux.range(1, 10 * QUOTA)
                    .flatMap(
                            i -> test.redis()
                                    .call(DescribeTaskInfoRequest.of(1))
                                    .then()
                                    .onErrorComplete()
                                    .thenReturn(i),
                            10 * QUOTA)
                    .elementAt(QUOTA - 1)
                    .map(answered -> test.exhausted(DescribeTaskInfoRequest.ACTION))
                    .block(Duration.ofSeconds(30));

            assertThat(exhausted).isTrue();
            assertThat(test.exhausted(DescribeInstancesRequest.ACTION)).isFalse();
        }
    }
}
