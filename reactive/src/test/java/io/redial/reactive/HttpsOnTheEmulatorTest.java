package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.TransportException;
import io.redial.emulator.junit.ClientSettings;
import io.redial.emulator.junit.CloudEmulatorTest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.Region;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Over HTTPS the client trusts whom it is told to, and nobody whom it was not. */
@CloudEmulatorTest(instances = 12, https = true)
class HttpsOnTheEmulatorTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aServerThatIsTrustedIsAsked(ClientSettings settings) throws SSLException {
        var trusting = SslContextBuilder.forClient()
                .trustManager(settings.certificate().orElseThrow())
                .build();
        try (var redis = builder(settings)
                .http(http -> http.secure(tls -> tls.sslContext(trusting)))
                .build()) {
            var rows = redis.items(DescribeInstancesRequest.builder().build());
            assertThat(rows.collectList().block(LONG)).hasSize(12);
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsNotAsked(ClientSettings settings) {
        try (var redis = builder(settings).build()) {
            StepVerifier.create(redis.describeInstances())
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(TransportException.class)
                            .hasStackTraceContaining("unable to find valid certification path"))
                    .verify(LONG);
        }
    }

    private static TencentRedisBuilder builder(ClientSettings settings) {
        return TencentRedis.builder()
                .credentials(Credentials.of(settings.secretId(), settings.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(settings.endpoint());
    }
}
