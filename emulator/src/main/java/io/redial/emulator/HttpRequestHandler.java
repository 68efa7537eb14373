package io.redial.emulator;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.redial.emulator.admin.AdminRequestHandler;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What HTTP asks and is answered. */
final class HttpRequestHandler {
    private final RequestProcessor requestProcessor;
    private final Optional<AdminHttpHandler> admin;
    private final HttpResponseWriter writer;
    private final int maxBodyBytes;

    HttpRequestHandler(
            RequestProcessor service, Optional<AdminHttpHandler> admin, EmulatorClock clock, int maxBodyBytes) {
        this.requestProcessor = service;
        this.admin = admin;
        this.writer = new HttpResponseWriter(clock);
        this.maxBodyBytes = maxBodyBytes;
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        var uri = request.uri().split("\\?", 2);
        return admin.isPresent() && AdminRequestHandler.isAdminPath(uri[0])
                ? admin.get().handle(request, uri[0], response, body -> incomingRequest(request, uri, body))
                : serve(request, uri, response);
    }

    private Mono<Void> serve(HttpServerRequest request, String[] uri, HttpServerResponse response) {
        return request.receive()
                .collect(() -> new BodyBuffer(maxBodyBytes), BodyBuffer::add)
                .flatMap(body -> requestProcessor.exchange(incomingRequest(request, uri, body)))
                .flatMap(answer -> Mono.from(writer.write(response, answer)))
                .onErrorResume(ChannelException.class, late -> requestTimeout(response));
    }

    private static Mono<Void> requestTimeout(HttpServerResponse response) {
        return response.status(HttpResponseStatus.REQUEST_TIMEOUT)
                .keepAlive(false)
                .send()
                .then();
    }

    private static IncomingRequest incomingRequest(HttpServerRequest request, String[] uri, BodyBuffer body) {
        return new IncomingRequest(
                request.method().name(),
                uri[0],
                uri.length == 2 ? uri[1] : "",
                name -> request.requestHeaders().get(name),
                body.bytes(),
                body.isTruncated());
    }
}
