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
 * @param idle how long a connection may be without a whole head of a request, however many bytes of one have come
 * @param request how long a body may take to come, and a part of an answer to be taken
 */
record Patience(Duration idle, Duration request) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30));

    HttpServer of(HttpServer server) {
        return server.idleTimeout(idle).requestTimeout(request);
    }

    /** The server itself does not time how answers are taken. */
    void timeAnswers(Channel channel) {
        channel.pipeline()
                .addBefore(
                        NettyPipeline.HttpCodec,
                        "redial.answers",
                        new WriteTimeoutHandler(request.toMillis(), TimeUnit.MILLISECONDS));
    }
}
