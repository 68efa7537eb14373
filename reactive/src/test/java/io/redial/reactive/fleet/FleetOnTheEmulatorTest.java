package io.redial.reactive.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.Quotas;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Runs that end at any moment and are resumed, on a cloud that counts what it was told to do. */
class FleetOnTheEmulatorTest {
    private static final int INSTANCES = 30;
    private static final int ENDS = 3;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyInstanceIsUpgradedOnceHoweverOftenTheRunEnds(long seed) {
        var random = new Random(seed);
        var file = directory.resolve("run.journal");
        var options = EmulatorOptions.builder()
                .instances(INSTANCES)
                .seed(seed)
                .latency(Duration.ZERO, Duration.ofMillis(40))
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(500));
        try (var cloud = CloudEmulator.start(options.build());
                var redis = TencentRedis.builder()
                        .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                        .region(Region.AP_GUANGZHOU)
                        .endpoint(cloud.endpoint())
                        .quotas(Quotas.builder().build())
                        .build()) {
            var instances = redis.items(DescribeInstancesRequest.builder().build())
                    .collectList()
                    .block(LONG);
            var fleet = redis.fleet(FleetOptions.defaults().withInFlight(10));
            var requests = Flux.fromIterable(instances)
                    .map(instance ->
                            UpgradeInstanceRequest.of(instance.instanceId(), instance.redisShardSize() + 1024));

            end(fleet.run(requests, file), random);
            for (var i = 1; i < ENDS; i++) {
                end(resumed(fleet, file), random);
            }
            var last = resumed(fleet, file).blockLast(LONG);

            assertThat(last)
                    .isInstanceOfSatisfying(
                            FleetEvent.Finished.class,
                            finished -> assertThat(finished.summary().succeeded())
                                    .as(last.toString())
                                    .isEqualTo(INSTANCES));
            assertThat(instances)
                    .extracting(InstanceSet::instanceId)
                    .allSatisfy(id ->
                            assertThat(cloud.acceptedUpgradeCount(id)).as(id).isOne());
        }
    }

    /** Ends it after some event, with others on their way. */
    private static void end(Flux<FleetEvent> run, Random random) {
        run.take(1 + random.nextInt(INSTANCES)).blockLast(LONG);
    }

    /** A run that has just ended may still close its file. */
    private static Flux<FleetEvent> resumed(Fleet fleet, Path file) {
        return fleet.resume(file)
                .retryWhen(Retry.fixedDelay(100, Duration.ofMillis(20))
                        .filter(error -> String.valueOf(error.getMessage()).contains("in use by another run")));
    }
}
