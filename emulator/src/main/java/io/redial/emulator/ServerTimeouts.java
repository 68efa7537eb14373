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
 * @param idleTimeout how long a connection may be without a whole head of a request, however many bytes of one have come
 * @param transferTimeout how long a body may take to come, and a part of an answer to be taken
 */
record ServerTimeouts(Duration idleTimeout, Duration transferTimeout) {
    static final ServerTimeouts DEFAULT = new ServerTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(30));

    HttpServer applyTo(HttpServer server) {
        return server.idleTimeout(idleTimeout).requestTimeout(transferTimeout);
    }

    /** The server itself does not time how answers are taken. */
    void addWriteTimeout(Channel channel) {
        channel.pipeline()
                .addBefore(
                        NettyPipeline.HttpCodec,
                        "redial.answers",
                        new WriteTimeoutHandler(transferTimeout.toMillis(), TimeUnit.MILLISECONDS));
    }
}
