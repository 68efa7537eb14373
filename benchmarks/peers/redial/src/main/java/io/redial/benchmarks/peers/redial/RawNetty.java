package io.redial.benchmarks.peers.redial;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.redial.benchmarks.sidebyside.Contender;
import io.redial.benchmarks.sidebyside.TencentCall;
import java.net.URI;
import reactor.core.publisher.Mono;

/** Bare Reactor Netty: a fixed body out, the body that comes gathered in one buffer, nothing signed and nothing decoded. */
public final class RawNetty implements Contender.Maker {

    @Override
    public Contender make(URI server, int connections) {
        var body = TencentCall.body();
        var client = new Connections(connections);
        var call = client.http()
                .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(HttpHeaderNames.CONTENT_LENGTH, body.length))
                .post()
                .uri(server)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseSingle((response, bytes) -> bytes);
        return new Contender() {
            @Override
            public void call(Answer answer) {
                call.subscribe(new Subscriber<>(answer, ByteBuf::isReadable));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
