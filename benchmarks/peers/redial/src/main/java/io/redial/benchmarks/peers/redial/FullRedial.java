package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Candidate;
import io.redial.core.Rate;
import io.redial.core.credentials.Credentials;
import io.redial.ratelimit.RateLimits;
import io.redial.reactive.Quotas;
import io.redial.reactive.TencentRedis;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import reactor.netty.http.client.HttpClient;

/**
 * Redial as it is shipped, on one event loop: signed, decoded, retries armed, deadlines set, and a quota that has room for
 * every call.
 */
public final class FullRedial implements Candidate.Factory {
    private static final Rate UNLIMITED_RATE = Rate.perSecond(1_000_000);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Override
    public Candidate create(URI server, int connections) {
        var client = new ClientConnections(connections);
        return candidate(server, client, client::withEventLoop);
    }

    static Candidate candidate(URI server, ClientConnections client, UnaryOperator<HttpClient> http) {
        var credentials = Credentials.of(RedialCall.SECRET_ID, RedialCall.SECRET_KEY);
        var quotas = Quotas.builder()
                .limits(RateLimits.documented().with("DescribeInstances", UNLIMITED_RATE))
                .build();
        var redis = TencentRedis.builder()
                .credentials(() -> CompletableFuture.completedFuture(credentials))
                .region(RedialCall.REGION)
                .endpoint(server)
                .quotas(quotas)
                .attemptTimeout(TIMEOUT)
                .deadline(TIMEOUT)
                .http(http)
                .build();
        var request = RedialCall.request();
        return new Candidate() {
            @Override
            public void call(Callback answer) {
                redis.call(request).subscribe(new CallbackSubscriber<>(answer, RedialCall::isComplete));
            }

            @Override
            public void close() {
                redis.close();
                client.close();
            }
        };
    }
}
