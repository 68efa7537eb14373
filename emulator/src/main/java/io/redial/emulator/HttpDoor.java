package io.redial.emulator;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What HTTP asks and is answered. */
final class HttpDoor {
    private final CloudService service;
    private final EmulatorClock clock;
    private final int maxBodyBytes;

    HttpDoor(CloudService service, EmulatorClock clock, int maxBodyBytes) {
        this.service = service;
        this.clock = clock;
        this.maxBodyBytes = maxBodyBytes;
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .collect(() -> new BodyBuffer(maxBodyBytes), BodyBuffer::add)
                .flatMap(body -> service.answer(arrival(request, body))
                        .onErrorResume(IOException.class, cut -> hangUp(response)))
                .flatMap(answer -> response.status(answer.status())
                        .header(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                        .header(HttpHeaderNames.DATE, date())
                        .sendByteArray(Mono.just(answer.body()))
                        .then());
    }

    /** Not an error, since that would be answered: the connection is gone, and the exchange ends with it. */
    private static Mono<Reply> hangUp(HttpServerResponse response) {
        response.withConnection(DisposableChannel::dispose);
        return Mono.never();
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

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(clock.millis()).atOffset(ZoneOffset.UTC));
    }
}
