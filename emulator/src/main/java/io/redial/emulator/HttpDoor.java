package io.redial.emulator;

import io.netty.channel.ChannelException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.redial.emulator.door.Arrival;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What HTTP asks and is answered. */
final class HttpDoor {
    private final CloudService service;
    private final AnswerWriter writer;
    private final int maxBodyBytes;

    HttpDoor(CloudService service, EmulatorClock clock, int maxBodyBytes) {
        this.service = service;
        this.writer = new AnswerWriter(clock);
        this.maxBodyBytes = maxBodyBytes;
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .collect(() -> new BodyBuffer(maxBodyBytes), BodyBuffer::add)
                .flatMap(body -> service.answer(arrival(request, body)))
                .flatMap(answer -> Mono.from(writer.write(response, answer)))
                .onErrorResume(ChannelException.class, late -> tooSlow(response));
    }

    private static Mono<Void> tooSlow(HttpServerResponse response) {
        return response.status(HttpResponseStatus.REQUEST_TIMEOUT)
                .keepAlive(false)
                .send()
                .then();
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
}
