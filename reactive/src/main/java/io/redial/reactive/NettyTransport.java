package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.ResponseReceiver;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.context.Context;

/** HTTP/1.1 over Reactor Netty, with a pool of kept connections. */
final class NettyTransport implements Transport {
    private static final int CONNECTIONS = 256;
    private static final int WAITING_FOR_A_CONNECTION = 20_000;

    /** Shorter than servers and gateways keep theirs, so that a connection is not used while it is being closed. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(20);

    private final ConnectionProvider connections;
    private final HttpClient http;
    private final Scheduler clock;

    /** Each setting of a client copies the whole of it: for the addresses of its targets that is done once. */
    private final Map<URI, Mono<HttpAnswer>> posts = new ConcurrentHashMap<>();

    NettyTransport(Scheduler clock, UnaryOperator<HttpClient> settings) {
        this.clock = clock;
        this.connections = ConnectionProvider.builder("redial")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING_FOR_A_CONNECTION)
                // Whoever waits for a connection has a deadline already.
                .pendingAcquireTimeout(Duration.ZERO)
                .maxIdleTime(LONGEST_IDLE)
                .build();
        // Reactor Netty would send a request again when its connection breaks: that decision belongs to the retry
        // stage.
        this.http = settings.apply(HttpClient.create(connections)).disableRetry(true);
    }

    @Override
    public Mono<HttpAnswer> send(Call<?> call, Outgoing request) {
        var address = request.address();
        return address == null
                ? Mono.defer(() -> send(call, request.signed()))
                : posts.computeIfAbsent(address, this::post).contextWrite(new Leaving(call, request)::in);
    }

    /** Who is to leave by a connection, once there is one. */
    private record Leaving(Call<?> call, Outgoing request) {
        Context in(Context context) {
            return context.put(Leaving.class, this);
        }
    }

    private Mono<HttpAnswer> post(URI address) {
        return answer(http.post().uri(address).send((request, outbound) -> {
            var leaving = request.currentContextView().<Leaving>get(Leaving.class);
            return write(leaving.call(), leaving.request().signed(), request, outbound);
        }));
    }

    private Mono<HttpAnswer> send(Call<?> call, HttpCall signed) {
        return answer(http.request(HttpMethod.valueOf(signed.method()))
                .uri(signed.uri())
                .send((request, outbound) -> write(call, signed, request, outbound)));
    }

    private Publisher<Void> write(Call<?> call, HttpCall signed, HttpClientRequest request, NettyOutbound outbound) {
        var headers = request.requestHeaders();
        signed.headers().forEach(headers::set);
        call.sent(clock.now(NANOSECONDS));
        return outbound.sendObject(Unpooled.wrappedBuffer(signed.body()));
    }

    private static Mono<HttpAnswer> answer(ResponseReceiver<?> receiver) {
        return Mono.fromDirect(receiver.response(AnswerMono::new));
    }

    @Override
    public Mono<Void> warmUp() {
        return http.warmup();
    }

    @Override
    public void dispose() {
        connections.dispose();
    }
}
