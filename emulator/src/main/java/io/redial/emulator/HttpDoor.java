package io.redial.emulator;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.redial.emulator.door.Arrival;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** The HTTP server, on the loopback interface only, and the threads that it runs on. */
final class HttpDoor implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final CloudService service;
    private final AnswerWriter writer;
    private final int maxBodyBytes;
    private final LoopResources threads = LoopResources.create("redial-emulator", THREADS, true);
    private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final DisposableServer server;

    HttpDoor(int port, CloudService service, EmulatorClock clock, int maxBodyBytes) {
        this.service = service;
        this.writer = new AnswerWriter(clock);
        this.maxBodyBytes = maxBodyBytes;
        this.server = listen(port);
    }

    private DisposableServer listen(int port) {
        try {
            return HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .runOn(threads)
                    .doOnConnection(connection -> connections.add(connection.channel()))
                    .idleTimeout(IDLE)
                    .requestTimeout(REQUEST)
                    .httpRequestDecoder(
                            limits -> limits.maxHeaderSize(MAX_HEADER_BYTES).maxInitialLineLength(MAX_LINE_BYTES))
                    .handle(this::handle)
                    .bindNow(START);
        } catch (RuntimeException e) {
            threads.dispose();
            throw e;
        }
    }

    int port() {
        return server.port();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .collect(() -> new BodyBuffer(maxBodyBytes), BodyBuffer::add)
                .flatMap(body -> service.answer(arrival(request, body)))
                .flatMap(answer -> Mono.from(writer.write(response, answer)));
    }

    private static Arrival arrival(HttpServerRequest request, BodyBuffer body) {
        var uri = request.uri().split("\\?", 2);
        return new Arrival(
                request.method().name(),
                uri[0],
                uri.length == 2 ? uri[1] : "",
                name -> request.requestHeaders().get(name),
                body.bytes(),
                body.overflown());
    }

    /** Stops listening, closes all connections and ends the threads; waits for that, so not for event loops. */
    @Override
    public void close() {
        server.disposeNow(STOP);
        connections.close().awaitUninterruptibly(STOP.toMillis());
        threads.disposeLater(Duration.ZERO, STOP).block(STOP.plusSeconds(1));
    }
}
