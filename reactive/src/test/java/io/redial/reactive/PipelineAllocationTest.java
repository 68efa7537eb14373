package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import java.lang.management.ManagementFactory;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a call allocates between its subscription and the network, its signature and its decoding included. */
class PipelineAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double SLACK = 1.1;
    private static final int TIMES = 1_000;
    private static final int MOST_ROUNDS = 300;

    /** The compiler decides what is left of it: the best of many rounds counts, and no more are run once one is good enough. */
    @ParameterizedTest(name = "quota {0}: {1} B")
    @CsvSource({"true, 2056", "false, 1720"})
    void aCallAllocatesLittle(boolean quota, int measured) {
        var client = client(quota);
        var request = DescribeTaskInfoRequest.of(1);
        var enough = (long) (measured * SLACK);
        var least = Long.MAX_VALUE;
        for (var round = 0; round < MOST_ROUNDS && least > enough; round++) {
            var before = THREADS.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < TIMES; i++) {
                client.call(request).subscribe();
            }
            least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / TIMES);
        }

        assertThat(least).as("bytes a call").isLessThanOrEqualTo(enough);
    }

    private static Client client(boolean quota) {
        return Client.of(
                TencentRedis.builder()
                        .credentials(Credentials.of("id", "key"))
                        .region(Region.AP_GUANGZHOU)
                        .endpoint(URI.create("https://redis.example.com"))
                        .quotaEnforced(quota)
                        .quotas(Quotas.builder()
                                .limits(RateLimits.documented().with("DescribeTaskInfo", Rate.perSecond(1_000_000)))
                                .build()),
                new AtOnce());
    }

    private static final class AtOnce implements Transport {
        private final Mono<HttpAnswer> answer = Mono.just(
                new HttpAnswer(200, "application/json", null, "{\"Response\":{\"RequestId\":\"r\"}}".getBytes(UTF_8)));

        @Override
        public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
            request.signed();
            call.sent(Schedulers.parallel().now(NANOSECONDS));
            return answer;
        }

        @Override
        public void dispose() {}
    }
}
