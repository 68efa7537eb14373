package io.redial.reactive;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.redial.core.protocol.HttpAnswer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/** Collects the parts of an answer, up to a limit: nobody knows what stands between here and the server. */
final class AnswerBody implements CoreSubscriber<ByteBuf>, Subscription {
    /** Far above any documented answer: a page of 1,000 instances has about 1.6 MB. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private static final int USUAL = 4096;

    /** What the server announces is believed up to here, and then only as far as it comes. */
    private static final int MOST_BELIEVED = 1024 * 1024;

    private final HttpClientResponse response;
    private final CoreSubscriber<? super HttpAnswer> actual;
    private byte[] bytes;
    private int size;
    private @Nullable Subscription parts;
    private boolean over;

    AnswerBody(HttpClientResponse response, CoreSubscriber<? super HttpAnswer> actual) {
        this.response = response;
        this.actual = actual;
        var announced = response.responseHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, USUAL);
        this.bytes = new byte[Math.max(0, Math.min(announced, MOST_BELIEVED))];
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        parts = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void onNext(ByteBuf part) {
        if (over) {
            return;
        }
        var more = part.readableBytes();
        if (more > LARGEST - size) {
            cancel();
            onError(new IllegalStateException("the answer is larger than " + LARGEST + " bytes"));
            return;
        }
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
        part.readBytes(bytes, size, more);
        size += more;
    }

    @Override
    public void onError(Throwable error) {
        if (over) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        over = true;
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        if (over) {
            return;
        }
        over = true;
        var headers = response.responseHeaders();
        actual.onNext(new HttpAnswer(
                response.status().code(),
                headers.get(HttpHeaderNames.CONTENT_TYPE),
                headers.get(HttpHeaderNames.DATE),
                size == bytes.length ? bytes : Arrays.copyOf(bytes, size)));
        actual.onComplete();
    }

    @Override
    public void request(long n) {
        if (parts != null) {
            parts.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void cancel() {
        if (parts != null) {
            parts.cancel();
        }
    }
}
