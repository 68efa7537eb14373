package io.redial.reactive;

import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.Target;
import io.redial.core.protocol.TencentProtocol;
import io.redial.ratelimit.RateLimits;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.Region;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Clients whose calls are answered at once, with 2.5 KB. */
@State(Scope.Benchmark)
public class PipelineState {
    private static final URI ENDPOINT = URI.create("https://redis.ap-guangzhou.tencentcloudapi.com");
    private static final String BODY = "/io/redial/benchmarks/sidebyside/tencent.json";

    final DescribeInstancesRequest request =
            DescribeInstancesRequest.builder().limit(20).offset(0).build();
    final TencentRedis fullClient = client(true);
    final TencentRedis unlimitedClient = client(false);

    private final Credentials credentials =
            Credentials.of("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98j");
    private final TencentProtocol protocol = TencentProtocol.forService("redis");
    private final Target endpoint = new Target(ENDPOINT, Region.AP_GUANGZHOU.id());
    private final HttpAnswer response = new HttpAnswer(200, "application/json", null, body());

    private TencentRedis client(boolean quota) {
        var config = TencentRedis.builder()
                .credentials(() -> CompletableFuture.completedFuture(credentials))
                .region(Region.AP_GUANGZHOU)
                .endpoint(ENDPOINT)
                .quotaEnforced(quota)
                .quotas(Quotas.builder()
                        .limits(RateLimits.documented().with("DescribeInstances", Rate.perSecond(1_000_000)))
                        .build())
                .config();
        return new TencentRedis(config, new ImmediateTransport(body()));
    }

    /** Signs and decodes, as a call does, without a pipeline. */
    DescribeInstancesResponse codecOnly() {
        protocol.encode(request, endpoint, credentials, Instant.now());
        return protocol.decode(DescribeInstancesRequest.ACTION, endpoint, response);
    }

    private static byte[] body() {
        try (var in = Objects.requireNonNull(PipelineState.class.getResourceAsStream(BODY))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(BODY, e);
        }
    }
}
