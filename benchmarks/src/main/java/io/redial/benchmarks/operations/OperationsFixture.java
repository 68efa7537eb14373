package io.redial.benchmarks.operations;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.redial.core.Action;
import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.Quotas;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** An emulator with sliding quotas, and a client of it. */
record OperationsFixture(CloudEmulator cloud, TencentRedis redis) implements AutoCloseable {
    private static final Duration MIN_ROUND_TRIP = Duration.ofMillis(4);
    private static final Duration MAX_ROUND_TRIP = Duration.ofMillis(8);

    /** How long an answer is under way, on average. */
    static final Duration ONE_WAY_DELAY = MIN_ROUND_TRIP.plus(MAX_ROUND_TRIP).dividedBy(4);

    /** The last of all calls that start work waits for its quota almost a minute, which is as long as calls have. */
    static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);

    static OperationsFixture start(int instances) {
        var cloud = CloudEmulator.start(EmulatorOptions.builder()
                .instances(instances)
                .latency(MIN_ROUND_TRIP, MAX_ROUND_TRIP)
                .build());
        var redis = TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .quotas(Quotas.builder().build())
                .deadline(CALL_TIMEOUT)
                .build();
        return new OperationsFixture(cloud, redis);
    }

    Mono<List<BenchmarkInstance>> instances() {
        return redis.items(DescribeInstancesRequest.builder().build())
                .map(BenchmarkInstance::of)
                .collectList();
    }

    /** Whether a call that leaves now would have to wait for its quota. */
    boolean isRateLimitExhausted(Action<?, ?> action) {
        return redis.quotas().registry().getAllRateLimiters().stream()
                .filter(limiter -> limiter.getName().startsWith(action.name() + "@"))
                .map(RateLimiter::getMetrics)
                .anyMatch(limiter -> limiter.getAvailablePermissions() <= 0);
    }

    @Override
    public void close() {
        redis.close();
        cloud.close();
    }
}
