package io.redial.emulator;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.redial.emulator.tls.ServerCertificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.reactivestreams.Publisher;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** The one or two ports that the cloud listens on, and the threads behind them. */
final class EmulatorServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final LoopResources loopResources = LoopResources.create("redial-emulator", THREADS, true);
    private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final List<DisposableServer> servers = new ArrayList<>();

    /** On a second processor it gets ready while the documents are read. */
    private final CompletableFuture<Void> warmUp = CompletableFuture.runAsync(this::warmUp);

    private void warmUp() {
        HttpServer.create()
                .runOn(loopResources)
                .handle((request, response) -> response.send())
                .warmup()
                .block(START_TIMEOUT);
    }

    /**
     * Listens from now on.
     *
     * @param identity what to show over HTTPS; empty to speak HTTP only
     * @param handler answers requests
     */
    void listen(
            EmulatorOptions options,
            Optional<ServerCertificate> identity,
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        warmUp.join();
        servers.add(listen(options, options.port(), handler, UnaryOperator.identity()));
        identity.map(EmulatorServer::withTls)
                .ifPresent(tls -> servers.add(listen(options, options.httpsPort(), handler, tls)));
    }

    private DisposableServer listen(
            EmulatorOptions options,
            int port,
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler,
            UnaryOperator<HttpServer> more) {
        return options.serverTimeouts()
                .applyTo(more.apply(HttpServer.create()))
                .host(options.bindAddress().getHostAddress())
                .port(port)
                .runOn(loopResources)
                .doOnChannelInit((observer, channel, remote) -> {
                    // not on connection, which to the server means the first request
                    connections.add(channel);
                    options.serverTimeouts().addWriteTimeout(channel);
                })
                .httpRequestDecoder(
                        limits -> limits.maxHeaderSize(MAX_HEADER_BYTES).maxInitialLineLength(MAX_LINE_BYTES))
                .handle(handler)
                .bindNow(START_TIMEOUT);
    }

    private static UnaryOperator<HttpServer> withTls(ServerCertificate identity) {
        try {
            var context = SslContextBuilder.forServer(identity.key(), identity.certificate())
                    .build();
            return server -> server.secure(tls -> tls.sslContext(context));
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot speak HTTPS", e);
        }
    }

    /** How many connections are open. */
    int openConnectionCount() {
        return connections.size();
    }

    /** The port of HTTP. */
    int httpPort() {
        return servers.get(0).port();
    }

    /** The port of HTTPS, if that is spoken. */
    OptionalInt httpsPort() {
        return servers.stream().skip(1).mapToInt(DisposableServer::port).findFirst();
    }

    /** Stops listening, closes all connections and ends the threads; waits for that, so not for event loops. */
    @Override
    public void close() {
        warmUp.exceptionally(error -> null).join();
        servers.forEach(server -> server.disposeNow(STOP_TIMEOUT));
        connections.close().awaitUninterruptibly(STOP_TIMEOUT.toMillis());
        loopResources.disposeLater(Duration.ZERO, STOP_TIMEOUT).block(STOP_TIMEOUT.plusSeconds(1));
    }
}
