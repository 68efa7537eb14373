package io.redial.emulator;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.redial.emulator.admin.AdminRequestHandler;
import io.redial.emulator.admin.AdminResponse;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Puts the answers of the admin API on the wire. */
record AdminHttpHandler(AdminRequestHandler requestHandler) {

    /**
     * Reads a request and answers it.
     *
     * @param arrival makes it out of its body
     */
    Mono<Void> handle(
            HttpServerRequest request,
            String path,
            HttpServerResponse response,
            Function<BodyBuffer, IncomingRequest> arrival) {
        var maxBody = requestHandler.maxBodyBytes(request.method().name(), path);
        return request.receive()
                .collect(() -> new BodyBuffer(maxBody), BodyBuffer::add)
                .flatMap(body -> requestHandler.handle(arrival.apply(body)))
                .publishOn(eventLoop(response))
                .flatMap(reply -> Mono.from(write(reply, response)));
    }

    private static Publisher<Void> write(AdminResponse reply, HttpServerResponse response) {
        reply.headers().forEach(response::header);
        return response.status(reply.status())
                .header(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .header(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .header("X-Content-Type-Options", "nosniff")
                .sendByteArray(Mono.just(reply.body()));
    }

    /** Where answers are written, so that closing the emulator finds none half written. */
    private static Scheduler eventLoop(HttpServerResponse response) {
        var loop = new AtomicReference<Scheduler>();
        response.withConnection(connection ->
                loop.set(Schedulers.fromExecutor(connection.channel().eventLoop())));
        return Objects.requireNonNull(loop.get());
    }
}
