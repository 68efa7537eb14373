package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.time.Duration;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
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

    NettyTransport(Scheduler clock, Duration attemptTimeout, UnaryOperator<HttpClient> settings) {
        this.clock = clock;
        this.connections = ConnectionProvider.builder("redial")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING_FOR_A_CONNECTION)
                .pendingAcquireTimeout(attemptTimeout)
                .maxIdleTime(LONGEST_IDLE)
                .build();
        // Reactor Netty would send a request again when its connection breaks: that decision belongs to the retry
        // stage.
        this.http = settings.apply(HttpClient.create(connections))
                .disableRetry(true)
                .doOnRequest((request, connection) -> leaving(request));
    }

    @Override
    public Mono<HttpAnswer> send(Call<?> call, HttpCall request) {
        return http.headers(headers -> request.headers().forEach(headers::set))
                .request(HttpMethod.valueOf(request.method()))
                .uri(request.uri())
                .send((outgoing, outbound) -> outbound.sendObject(Unpooled.wrappedBuffer(request.body())))
                .response(NettyTransport::answer)
                .single()
                .contextWrite(Context.of(Call.class, call));
    }

    private void leaving(HttpClientRequest request) {
        request.currentContextView().<Call<?>>get(Call.class).sent(clock.now(NANOSECONDS));
    }

    private static Mono<HttpAnswer> answer(HttpClientResponse response, ByteBufFlux body) {
        return body.asByteArray()
                .collect(AnswerBody::new, AnswerBody::add)
                .map(whole -> new HttpAnswer(
                        response.status().code(),
                        response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE),
                        response.responseHeaders().get(HttpHeaderNames.DATE),
                        whole.bytes()));
    }

    @Override
    public void dispose() {
        connections.dispose();
    }
}
