package io.redial.reactive;

import io.redial.core.ApiResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The first attempt at a call, nearly always the last too, at the price of one object. What follows a failure is put together
 * when there is one. True once it has begun.
 */
final class FirstTry<O extends ApiResponse> extends AtomicBoolean implements CoreSubscriber<O>, Subscription {
    private static final long serialVersionUID = 1L;

    private final transient RetryStage retry;
    private final transient Call<O> call;
    private final transient CoreSubscriber<? super O> actual;
    private transient volatile @Nullable Subscription present;
    private volatile boolean cancelled;
    private boolean failed;

    FirstTry(RetryStage retry, Call<O> call, CoreSubscriber<? super O> actual) {
        this.retry = retry;
        this.call = call;
        this.actual = actual;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && compareAndSet(false, true)) {
            retry.next().call(call).subscribe(this);
        }
    }

    /** That of the attempt, or of what follows its failure. */
    @Override
    public void onSubscribe(Subscription subscription) {
        present = subscription;
        if (cancelled) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(O response) {
        if (!failed) {
            retry.succeeded();
        }
        actual.onNext(response);
    }

    @Override
    public void onError(Throwable error) {
        if (failed) {
            actual.onError(error);
        } else {
            failed = true;
            retry.afterFailure(call, false, error).subscribe(this);
        }
    }

    @Override
    public void onComplete() {
        actual.onComplete();
    }

    @Override
    public void cancel() {
        cancelled = true;
        var subscription = present;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
