package io.redial.emulator;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/** Ends a connection in place of an answer. */
final class ConnectionTerminator {
    private ConnectionTerminator() {}

    /**
     * Closes at once.
     *
     * @param reset whether the peer sees a reset (TCP RST) in place of an orderly end
     * @return never ends, since an error would be answered: the connection is gone, and the exchange ends with it
     */
    static Mono<Void> terminate(HttpServerResponse response, boolean reset) {
        response.withConnection(connection -> {
            if (reset) {
                reset(connection);
            } else {
                connection.dispose();
            }
        });
        return Mono.never();
    }

    private static void reset(DisposableChannel connection) {
        var channel = connection.channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        // from the head of the pipeline, since TLS would say good-bye first
        var first = channel.pipeline().firstContext();
        if (first != null) {
            first.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }
}
