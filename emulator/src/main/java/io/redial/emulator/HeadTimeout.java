package io.redial.emulator;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose peer has begun the head of a request and does not come to its end. Stands behind the decoder:
 * bytes that are read, and nothing decoded, are the beginning of one.
 */
final class HeadTimeout extends ChannelInboundHandlerAdapter {
    private final Duration timeout;
    private boolean decoded;
    private @Nullable Future<?> deadline;

    HeadTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        disarm();
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!decoded && deadline == null) {
            Runnable close = () -> context.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            deadline = context.executor().schedule(close, timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        disarm();
    }

    private void disarm() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
