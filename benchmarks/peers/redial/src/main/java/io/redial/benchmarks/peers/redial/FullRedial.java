package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Contender;
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
public final class FullRedial implements Contender.Maker {
    private static final Rate ROOM_FOR_ALL = Rate.perSecond(1_000_000);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public Contender make(URI server, int connections) {
        var client = new Connections(connections);
        return contender(server, client, client::on);
    }

    static Contender contender(URI server, Connections client, UnaryOperator<HttpClient> http) {
        var credentials = Credentials.of(RedialCall.ID, RedialCall.KEY);
        var quotas = Quotas.builder()
                .limits(RateLimits.documented().with("DescribeInstances", ROOM_FOR_ALL))
                .build();
        var redis = TencentRedis.builder()
                .credentials(() -> CompletableFuture.completedFuture(credentials))
                .region(RedialCall.REGION)
                .endpoint(server)
                .quotas(quotas)
                .attemptTimeout(LONG)
                .deadline(LONG)
                .http(http)
                .build();
        var request = RedialCall.request();
        return new Contender() {
            @Override
            public void call(Answer answer) {
                redis.call(request).subscribe(new Subscriber<>(answer, RedialCall::complete));
            }

            @Override
            public void close() {
                redis.close();
                client.close();
            }
        };
    }
}
