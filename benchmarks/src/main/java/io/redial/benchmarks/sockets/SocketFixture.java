package io.redial.benchmarks.sockets;

import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.Region;
import java.time.Duration;

/** An emulator with a sliding quota and a restless network before it, and a client of it. */
record SocketFixture(CloudEmulator cloud, TencentRedis redis) implements AutoCloseable {
    private static final Duration MAX_LATENCY = Duration.ofMillis(30);

    static SocketFixture start() {
        var cloud = CloudEmulator.start(
                EmulatorOptions.builder().latency(Duration.ZERO, MAX_LATENCY).build());
        var redis = TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .build();
        return new SocketFixture(cloud, redis);
    }

    @Override
    public void close() {
        redis.close();
        cloud.close();
    }
}
