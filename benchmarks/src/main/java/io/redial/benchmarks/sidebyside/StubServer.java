package io.redial.benchmarks.sidebyside;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static java.util.stream.Collectors.joining;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * A server that checks nothing and always gives the same answer: bare Reactor Netty, a port for each shape of answer, one
 * event loop. One more port never answers, and another tells how many requests that one has open.
 */
final class StubServer implements AutoCloseable {
    static final String UNRESPONSIVE = "silent";
    static final String OPEN_REQUESTS = "open";

    private final LoopResources loop = LoopResources.create("stub", 1, 1, true);
    private final List<DisposableServer> servers = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    @FunctionalInterface
    private interface Handler {
        Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response);
    }

    StubServer() {
        for (var door : StubResponse.values()) {
            bind(door.name(), answer(door));
        }
        bind(UNRESPONSIVE, (request, response) -> silence());
        bind(
                OPEN_REQUESTS,
                (request, response) -> response.sendString(Mono.fromSupplier(() -> Integer.toString(open.get()))));
    }

    /**
     * Runs until its input ends, as it does with the process that started it. Its first line tells the ports.
     *
     * @param args none
     */
    public static void main(String[] args) {
        var stub = new StubServer();
        System.out.println(stub.ports.entrySet().stream()
                .map(port -> port.getKey() + "=" + port.getValue())
                .collect(joining(" ")));
        ChildLifecycle.awaitParentExit();
    }

    Map<String, Integer> ports() {
        return ports;
    }

    private void bind(String name, Handler handler) {
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .runOn(loop)
                .handle(handler::handle)
                .bindNow();
        servers.add(server);
        ports.put(name, server.port());
    }

    private static Handler answer(StubResponse door) {
        var body = door.body();
        var buffer = Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(body.length).writeBytes(body).asReadOnly());
        var length = Integer.toString(body.length);
        return (request, response) -> response.header(CONTENT_TYPE, door.contentType())
                .header(CONTENT_LENGTH, length)
                .sendObject(buffer.duplicate());
    }

    private Mono<Void> silence() {
        return Mono.<Void>never()
                .doOnSubscribe(subscription -> open.incrementAndGet())
                .doFinally(signal -> open.decrementAndGet());
    }

    @Override
    public void close() {
        servers.forEach(DisposableServer::disposeNow);
        loop.dispose();
    }
}
