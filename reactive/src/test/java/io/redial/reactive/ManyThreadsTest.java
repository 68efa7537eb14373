package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.DescribeTaskInfoResponse;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Threads that meet at what calls share: none of them waits for another, which BlockHound would not let pass. */
class ManyThreadsTest {
    private static final int CALLS = 40_000;
    private static final int AT_ONCE = 64;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final HttpAnswer ANSWER =
            new HttpAnswer(200, "application/json", null, "{\"Response\": {\"RequestId\": \"r\"}}".getBytes(UTF_8));

    private final Scheduler callers = Schedulers.newParallel("caller", 4);
    private final Scheduler servers = Schedulers.newParallel("server", 4);
    private final Scheduler readers = Schedulers.newParallel("reader", 2);

    @AfterEach
    void end() {
        callers.dispose();
        servers.dispose();
        readers.dispose();
    }

    @Test
    void everyCallIsAnswered() {
        var client = Client.of(builder().quotaEnforced(false), new ServerOnOtherThreads());

        StepVerifier.create(calls(client))
                .expectNextCount(CALLS)
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void everyCallIsAnsweredWhileOthersReadTheLimiter() {
        var rate = new Rate(CALLS, Duration.ofSeconds(1));
        var quotas = Quotas.builder()
                .limits(RateLimits.documented().with("DescribeTaskInfo", rate))
                .build();
        var client = Client.of(builder().quotas(quotas), new ServerOnOtherThreads());
        var reads = new AtomicInteger();
        var errors = new ConcurrentLinkedQueue<Throwable>();
        var reading = Flux.range(0, 2)
                .flatMap(reader -> Flux.<Integer>generate(sink -> {
                            quotas.registry()
                                    .getAllRateLimiters()
                                    .forEach(limiter -> limiter.getMetrics().getAvailablePermissions());
                            sink.next(reads.incrementAndGet());
                        })
                        .subscribeOn(readers))
                .subscribe(read -> {}, errors::add);

        StepVerifier.create(calls(client))
                .expectNextCount(CALLS)
                .expectComplete()
                .verify(LONG);

        reading.dispose();
        assertThat(reads).hasPositiveValue();
        assertThat(errors).isEmpty();
    }

    private Flux<DescribeTaskInfoResponse> calls(Client client) {
        return Flux.range(0, CALLS)
                .flatMap(i -> client.call(DescribeTaskInfoRequest.of(1)).subscribeOn(callers), AT_ONCE);
    }

    private static TencentRedisBuilder builder() {
        return TencentRedis.builder()
                .credentials(Credentials.of("id", "key"))
                .region(Region.AP_GUANGZHOU)
                .maxAttempts(1);
    }

    private final class ServerOnOtherThreads implements Transport {
        @Override
        public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
            return Mono.fromSupplier(() -> {
                        call.sent(servers.now(NANOSECONDS));
                        return ANSWER;
                    })
                    .subscribeOn(servers);
        }

        @Override
        public void dispose() {
            // The threads are the test's.
        }
    }
}
