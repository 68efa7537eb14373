package io.redial.emulator;

import io.netty.channel.Channel;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * How long slow peers are borne with, in real time, whatever time the cloud goes by.
 *
 * @param idle how long a connection may be without a request
 * @param request how long each of the head of a request, its body and the taking of a part of the answer may last
 */
record Patience(Duration idle, Duration request) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30));

    HttpServer of(HttpServer server) {
        return server.idleTimeout(idle).requestTimeout(request);
    }

    /** The server itself times bodies and idleness alone. */
    void timeHeadsAndAnswers(Channel channel) {
        channel.pipeline()
                .addBefore(
                        NettyPipeline.HttpCodec,
                        "redial.answers",
                        new WriteTimeoutHandler(request.toMillis(), TimeUnit.MILLISECONDS))
                .addAfter(NettyPipeline.HttpCodec, "redial.heads", new HeadTimeout(request));
    }
}
