package io.redial.emulator;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.redial.emulator.admin.AdminDoor;
import io.redial.emulator.door.Arrival;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What HTTP asks and is answered. */
final class HttpDoor {
    private final CloudService service;
    private final Optional<AdminHttp> admin;
    private final AnswerWriter writer;
    private final int maxBodyBytes;

    HttpDoor(CloudService service, Optional<AdminHttp> admin, EmulatorClock clock, int maxBodyBytes) {
        this.service = service;
        this.admin = admin;
        this.writer = new AnswerWriter(clock);
        this.maxBodyBytes = maxBodyBytes;
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        var uri = request.uri().split("\\?", 2);
        return admin.isPresent() && AdminDoor.isFor(uri[0])
                ? admin.get().handle(request, uri[0], response, body -> arrival(request, uri, body))
                : serve(request, uri, response);
    }

    private Mono<Void> serve(HttpServerRequest request, String[] uri, HttpServerResponse response) {
        return request.receive()
                .collect(() -> new BodyBuffer(maxBodyBytes), BodyBuffer::add)
                .flatMap(body -> service.answer(arrival(request, uri, body)))
                .flatMap(answer -> Mono.from(writer.write(response, answer)))
                .onErrorResume(ChannelException.class, late -> tooSlow(response));
    }

    private static Mono<Void> tooSlow(HttpServerResponse response) {
        return response.status(HttpResponseStatus.REQUEST_TIMEOUT)
                .keepAlive(false)
                .send()
                .then();
    }

    private static Arrival arrival(HttpServerRequest request, String[] uri, BodyBuffer body) {
        return new Arrival(
                request.method().name(),
                uri[0],
                uri.length == 2 ? uri[1] : "",
                name -> request.requestHeaders().get(name),
                body.bytes(),
                body.overflown());
    }
}
