package io.redial.benchmarks.peers.redial;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.redial.benchmarks.sidebyside.Candidate;
import io.redial.benchmarks.sidebyside.TencentCall;
import java.net.URI;
import reactor.core.publisher.Mono;

/** Bare Reactor Netty: a fixed body out, the body that comes gathered in one buffer, nothing signed and nothing decoded. */
public final class RawNetty implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var body = TencentCall.body();
        var client = new ClientConnections(connections);
        var call = client.httpClient()
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.length))
                .post()
                .uri(server)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, bytes) -> bytes);
        return new Candidate() {
            @Override
            public void call(Callback answer) {
                call.subscribe(new CallbackSubscriber<>(answer, ByteBuf::isReadable));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
