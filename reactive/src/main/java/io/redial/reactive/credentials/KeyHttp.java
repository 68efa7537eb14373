package io.redial.reactive.credentials;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** HTTP for the rare calls that fetch keys: no connection is kept, so that nobody has to close anything. */
final class KeyHttp {
    private static final int LARGEST = 64 * 1024;

    private final HttpClient http;

    KeyHttp(UnaryOperator<HttpClient> settings) {
        this.http = settings.apply(HttpClient.newConnection()).disableRetry(true);
    }

    /** Sends a call, and signals its whole answer, whatever its status. Cancelling closes the connection. */
    Mono<HttpAnswer> send(HttpCall call) {
        var request = http.headers(headers -> call.headers().forEach(headers::set))
                .request(HttpMethod.valueOf(call.method()))
                .uri(call.uri());
        var body = call.body();
        return (body.length == 0
                        ? request
                        : request.send((leaving, outbound) -> outbound.sendObject(Unpooled.wrappedBuffer(body))))
                .response(KeyHttp::answer)
                .single();
    }

    private static Mono<HttpAnswer> answer(HttpClientResponse response, ByteBufFlux body) {
        return body.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, KeyHttp::add)
                .map(whole -> new HttpAnswer(
                        response.status().code(),
                        response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE),
                        response.responseHeaders().get(HttpHeaderNames.DATE),
                        whole.toByteArray()))
                .onErrorMap(IllegalStateException.class, e -> new IOException(e.getMessage(), e));
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > LARGEST) {
            throw new IllegalStateException("the answer is larger than " + LARGEST / 1024 + " KB");
        }
        whole.writeBytes(part);
        return whole;
    }
}
