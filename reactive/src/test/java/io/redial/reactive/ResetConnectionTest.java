package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.OutcomeUnknownException;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/**
 * A server resets a connection that was kept from an earlier call, in the middle of the next one: a read is sent again, a write
 * is not.
 */
class ResetConnectionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aReadIsSentAgain() throws IOException {
        try (var server = new ResettingServer();
                var redis = client(server)) {
            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(LONG);

            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(LONG);

            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void aWriteIsNot() throws IOException {
        try (var server = new ResettingServer();
                var redis = client(server)) {
            StepVerifier.create(redis.call(DescribeTaskInfoRequest.of(1)))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(LONG);

            StepVerifier.create(redis.call(UpgradeInstanceRequest.of("crs-1", 4096)))
                    .expectError(OutcomeUnknownException.class)
                    .verify(LONG);

            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static TencentRedis client(ResettingServer server) {
        return TencentRedis.builder()
                .credentials(Credentials.of("id", "key"))
                .region(Region.AP_GUANGZHOU)
                .endpoint(server.endpoint())
                .quotas(Quotas.builder().build())
                .maxAttempts(2)
                .build();
    }
}
