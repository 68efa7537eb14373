package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.fleet.FleetEvent;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The server cuts the connection before or after it has taken an order: none is lost, and none is placed twice. */
class FleetLostAnswersTest {
    private static final int INSTANCES = 40;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void whateverTheServerCutsOffEveryInstanceIsUpgradedOnce() {
        try (var virtual = new VirtualCloud(
                options -> options.instances(INSTANCES).taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(20)))) {
            var cloud = virtual.cloud;
            var instances = new ArrayList<InstanceSet>();
            virtual.redis.items(all()).subscribe(instances::add);
            virtual.pass(Duration.ofSeconds(1));
            cloud.dropRequests("UpgradeInstance", 5);
            cloud.loseResponses("UpgradeInstance", 5);
            cloud.failRequests("UpgradeInstance", "ResourceUnavailable.InstanceStatusAbnormal", "busy", 3);
            var events = new ArrayList<FleetEvent>();

            virtual.redis
                    .fleet(FleetOptions.defaults())
                    .run(upgrades(instances))
                    .subscribe(events::add);
            virtual.pass(Duration.ofMinutes(3));

            allUpgradedOnce(cloud, instances, events.get(events.size() - 1));
            assertThat(events).hasAtLeastOneElementOfType(FleetEvent.Waiting.class);
        }
    }

    @Test
    void theSameOverSockets() {
        var options = EmulatorOptions.builder()
                .instances(INSTANCES)
                .taskDuration(Duration.ofMillis(100), Duration.ofMillis(800));
        try (var cloud = CloudEmulator.start(options.build());
                var redis = TencentRedis.builder()
                        .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                        .region(Region.AP_GUANGZHOU)
                        .endpoint(cloud.endpoint())
                        .quotas(Quotas.builder().build())
                        .build()) {
            var instances = redis.items(all()).collectList().block(LONG);
            cloud.loseResponses("UpgradeInstance", 5);

            var last = redis.fleet(FleetOptions.defaults())
                    .run(upgrades(instances))
                    .blockLast(LONG);

            allUpgradedOnce(cloud, instances, last);
        }
    }

    @Test
    void onceItIsToldToStopNoCallLeavesThatStillWaitsForItsQuota() {
        try (var virtual = new VirtualCloud(
                options -> options.instances(INSTANCES).taskDuration(Duration.ofSeconds(1), Duration.ofSeconds(2)))) {
            var instances = new ArrayList<InstanceSet>();
            virtual.redis.items(all()).subscribe(instances::add);
            virtual.pass(Duration.ofSeconds(1));
            var stop = Sinks.empty();
            var events = new ArrayList<FleetEvent>();
            virtual.redis
                    .fleet(FleetOptions.defaults().withInFlight(INSTANCES).withStopWhen(stop.asMono()))
                    .run(upgrades(instances))
                    .subscribe(events::add);

            virtual.pass(Duration.ofMillis(500));
            var sent = virtual.cloud.callCount("UpgradeInstance");
            stop.tryEmitEmpty();
            virtual.pass(Duration.ofSeconds(20));

            assertThat(virtual.cloud.callCount("UpgradeInstance"))
                    .isEqualTo(sent)
                    .isEqualTo(20);
            assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(FleetEvent.Finished.class, finished -> {
                assertThat(finished.summary().succeeded()).isEqualTo(20);
                assertThat(finished.summary().skipped()).isEqualTo(INSTANCES - 20);
            });
        }
    }

    private static void allUpgradedOnce(CloudEmulator cloud, List<InstanceSet> instances, FleetEvent last) {
        assertThat(last)
                .isInstanceOfSatisfying(
                        FleetEvent.Finished.class,
                        finished -> assertThat(finished.summary().succeeded()).isEqualTo(INSTANCES));
        assertThat(instances)
                .hasSize(INSTANCES)
                .allSatisfy(instance -> assertThat(cloud.acceptedUpgradeCount(instance.instanceId()))
                        .as(instance.instanceId())
                        .isOne());
    }

    private static Flux<UpgradeInstanceRequest> upgrades(List<InstanceSet> instances) {
        return Flux.fromIterable(instances)
                .map(instance -> UpgradeInstanceRequest.of(instance.instanceId(), instance.redisShardSize() + 1024));
    }

    private static DescribeInstancesRequest all() {
        return DescribeInstancesRequest.builder().build();
    }
}
