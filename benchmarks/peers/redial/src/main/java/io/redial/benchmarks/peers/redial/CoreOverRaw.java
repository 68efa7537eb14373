package io.redial.benchmarks.peers.redial;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.redial.benchmarks.sidebyside.Candidate;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.Target;
import io.redial.core.protocol.TencentProtocol;
import io.redial.tencent.redis.DescribeInstancesRequest;
import java.net.URI;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Bare Reactor Netty with Redial's signature and decoding, and no pipeline between them. */
public final class CoreOverRaw implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var client = new ClientConnections(connections);
        var http = client.httpClient();
        var protocol = TencentProtocol.forService("redis");
        var target = new Target(server, RedialCall.REGION.id());
        var request = RedialCall.request();
        var credentials = Credentials.of(RedialCall.SECRET_ID, RedialCall.SECRET_KEY);
        var call = Mono.defer(() -> {
            var signed = protocol.encode(request, target, credentials, Instant.now());
            return http.headers(headers -> {
                        signed.headers().forEach(headers::set);
                        headers.set(HttpHeaderNames.CONTENT_LENGTH, signed.body().length);
                    })
                    .post()
                    .uri(signed.uri())
                    .send(Mono.just(Unpooled.wrappedBuffer(signed.body())))
                    .responseSingle((response, bytes) -> bytes.asByteArray()
                            .map(body -> protocol.decode(
                                    DescribeInstancesRequest.ACTION, target, new HttpAnswer(200, null, null, body))));
        });
        return new Candidate() {
            @Override
            public void call(Callback answer) {
                call.subscribe(new CallbackSubscriber<>(answer, RedialCall::isComplete));
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
