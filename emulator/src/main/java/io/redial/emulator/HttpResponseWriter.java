package io.redial.emulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.redial.emulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerResponse;

/** Puts answers on the wire, whole or as their flaw says. */
final class HttpResponseWriter {
    /** A slow body comes in ten pieces a second, unless that is less than a byte each. */
    private static final int CHUNKS_PER_SECOND = 10;

    private final EmulatorClock clock;

    HttpResponseWriter(EmulatorClock clock) {
        this.clock = clock;
    }

    Publisher<Void> write(HttpServerResponse response, ExchangeResult answer) {
        var flaw = answer.wireFault();
        if (flaw.isPresent() && flaw.get() instanceof Fault.CloseConnection cut) {
            return ConnectionTerminator.terminate(response, cut.reset());
        }
        if (flaw.isPresent() && flaw.get() instanceof Fault.TruncatedBody cut) {
            return writeTruncated(response, answer, cut);
        }
        var reply = answer.response();
        response.status(reply.status())
                .header(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .header(HttpHeaderNames.DATE, date(answer.clockOffset()));
        return flaw.isPresent() && flaw.get() instanceof Fault.SlowBody slow
                ? response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(reply.body().length))
                        .send(slowChunks(reply.body(), slow), piece -> true)
                : response.sendByteArray(Mono.just(reply.body()));
    }

    private Flux<ByteBuf> slowChunks(byte[] body, Fault.SlowBody slow) {
        var size = Math.max(1, slow.bytesPerSecond() / CHUNKS_PER_SECOND);
        return Flux.range(0, (body.length + size - 1) / size)
                .concatMap(
                        i -> {
                            var length = Math.min(size, body.length - i * size);
                            return ClockDelay.after(slow.transferTime(length), clock)
                                    .then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body, i * size, length)));
                        },
                        1);
    }

    /** Goes past the server's own bookkeeping, which would not let it end a response too early. */
    private Mono<Void> writeTruncated(HttpServerResponse response, ExchangeResult answer, Fault.TruncatedBody cut) {
        response.withConnection(connection -> {
            var wire = connection.channel().pipeline().context(NettyPipeline.HttpTrafficHandler);
            wire.write(head(answer, cut.chunked())).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            var body = answer.response().body();
            var part = Unpooled.wrappedBuffer(body, 0, Math.min(cut.bytes(), body.length - 1));
            wire.writeAndFlush(new DefaultHttpContent(part)).addListener(ChannelFutureListener.CLOSE);
        });
        return Mono.never();
    }

    private DefaultHttpResponse head(ExchangeResult answer, boolean chunked) {
        var reply = answer.response();
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, reply.contentType())
                .set(HttpHeaderNames.DATE, date(answer.clockOffset()));
        if (chunked) {
            head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        } else {
            head.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
        }
        return head;
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(clock.signingMillis()).plus(ahead).atOffset(ZoneOffset.UTC));
    }
}
