package io.redial.reactive;

import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One exchange under way: it asks for keys, sends, decodes, and gives up in time. All in one object, because every call needs
 * one. It begins when its subscriber first asks.
 */
final class Attempt<O extends ApiResponse> extends AtomicReference<Attempt.State>
        implements CoreSubscriber<HttpAnswer>, Subscription, Outgoing {
    private static final long serialVersionUID = 1L;

    enum State {
        NEW,
        UNDER_WAY,
        OVER
    }

    private final transient Exchange exchange;
    private final transient Call<O> call;
    private final transient CoreSubscriber<? super O> actual;
    private transient @Nullable Credentials credentials;
    private transient volatile @Nullable Subscription answer;

    // They belong to the list of deadlines.
    transient @Nullable Attempt<?> previous;
    transient @Nullable Attempt<?> next;
    transient @Nullable Attempt<?> nextOver;
    transient @Nullable Disposable timer;
    transient long endsAt;
    transient int allowedMillis;

    Attempt(Exchange exchange, Call<O> call, CoreSubscriber<? super O> actual) {
        super(State.NEW);
        this.exchange = exchange;
        this.call = call;
        this.actual = actual;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && compareAndSet(State.NEW, State.UNDER_WAY)) {
            try {
                exchange.deadlines().add(this, call.deadline());
                answer(exchange.credentials()).subscribe(this);
            } catch (Throwable e) {
                Exceptions.throwIfJvmFatal(e);
                onError(e);
            }
        }
    }

    private Mono<HttpAnswer> answer(CompletionStage<Credentials> keys) {
        var present = Exchange.present(keys);
        return present == null ? Mono.fromCompletionStage(keys).flatMap(this::answer) : answer(present);
    }

    private Mono<HttpAnswer> answer(Credentials keys) {
        credentials = keys;
        return exchange.transport().send(call, this);
    }

    @Override
    public @Nullable URI address() {
        return exchange.address(call);
    }

    @Override
    public HttpCall signed() {
        return exchange.sign(call, Objects.requireNonNull(credentials));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        answer = subscription;
        if (isOver()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(HttpAnswer http) {
        if (!over()) {
            return;
        }
        O response;
        try {
            response = exchange.decode(call, http);
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            actual.onError(e);
            return;
        }
        actual.onNext(response);
        actual.onComplete();
    }

    @Override
    public void onError(Throwable error) {
        if (over()) {
            actual.onError(Exchange.known(call, error));
        } else {
            Operators.onErrorDropped(error, currentContext());
        }
    }

    @Override
    public void onComplete() {
        if (!isOver()) {
            onError(new IllegalStateException("the connection ended without an answer"));
        }
    }

    /** Its time has passed. */
    void expire(Throwable tooLate) {
        if (getAndSet(State.OVER) != State.OVER) {
            cancelAnswer();
            actual.onError(Exchange.known(call, tooLate));
        }
    }

    @Override
    public void cancel() {
        if (over()) {
            cancelAnswer();
        }
    }

    boolean isOver() {
        return get() == State.OVER;
    }

    private boolean over() {
        if (getAndSet(State.OVER) == State.OVER) {
            return false;
        }
        exchange.deadlines().remove(this);
        return true;
    }

    private void cancelAnswer() {
        var present = answer;
        if (present != null) {
            present.cancel();
        }
    }
}
