package io.redial.reactive;

import io.redial.core.ApiResponse;
import io.redial.reactive.follow.Calls;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** A call that waits for its permit, goes on with it, and settles it when it is over. True once it is over. */
final class Turn<O extends ApiResponse> extends AtomicBoolean implements CoreSubscriber<O>, Subscription {
    private static final long serialVersionUID = 1L;

    private final transient PermitQueue queue;
    private final transient Stage next;
    private final transient Call<O> call;
    private final transient CoreSubscriber<? super O> actual;
    private final transient Entrance entrance = new Entrance();
    private transient @Nullable Waiter waiter;
    private transient volatile @Nullable Subscription underWay;

    Turn(PermitQueue queue, Stage next, Call<O> call, CoreSubscriber<? super O> actual) {
        this.queue = queue;
        this.next = next;
        this.call = call;
        this.actual = actual;
        this.waiter = new Waiter(queue, call, Lane.of(actual.currentContext(), call.lane()), entrance);
    }

    /** Where the permit comes; it holds it until somebody settles it. */
    private final class Entrance extends AtomicReference<@Nullable Permit> implements CoreSubscriber<Permit> {
        private static final long serialVersionUID = 1L;

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            // The turn asks its waiter itself.
        }

        @Override
        public void onNext(Permit permit) {
            set(permit);
            // Calls under way are many: what only waiting needs is let go.
            waiter = null;
            if (Turn.this.get()) {
                settle();
            } else {
                leave();
            }
        }

        @Override
        public void onError(Throwable refusal) {
            Turn.this.onError(refusal);
        }

        @Override
        public void onComplete() {
            // The permit was all.
        }
    }

    private void leave() {
        try {
            if (call.attempt() > 1 || Calls.mayLeave(actual.currentContext())) {
                next.call(call).subscribe(this);
            } else {
                // Whoever stops calls that wait must not stop one of which an earlier attempt may have been done.
                onComplete();
            }
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            onError(e);
        }
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void request(long n) {
        var waiting = waiter;
        if (waiting != null) {
            waiting.request(n);
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        underWay = subscription;
        if (get()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(O response) {
        actual.onNext(response);
    }

    @Override
    public void onComplete() {
        if (compareAndSet(false, true)) {
            actual.onComplete();
            settle();
        }
    }

    @Override
    public void onError(Throwable error) {
        if (!compareAndSet(false, true)) {
            Operators.onErrorDropped(error, currentContext());
            return;
        }
        var permit = entrance.get();
        if (permit != null) {
            permit.failed(error);
        }
        actual.onError(error);
        settle();
    }

    @Override
    public void cancel() {
        if (compareAndSet(false, true)) {
            var waiting = waiter;
            if (waiting != null) {
                waiting.cancel();
            }
            var present = underWay;
            if (present != null) {
                present.cancel();
            }
            settle();
        }
    }

    private void settle() {
        var permit = entrance.getAndSet(null);
        if (permit != null) {
            permit.settle(call, queue.now());
        }
    }
}
