package io.redial.reactive;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/** One call that waits for its permit. It takes its place in the queue when its subscriber first asks. */
final class Waiter extends AtomicReference<Waiter.State> implements Subscription {
    private static final long serialVersionUID = 1L;

    enum State {
        NEW,
        WAITING,
        DONE
    }

    private final transient PermitQueue queue;
    private final transient Call<?> call;
    private final Lane lane;
    private final transient CoreSubscriber<? super Permit> actual;

    // The links of the list that it stands in; they belong to the list.
    transient @Nullable Waiter previous;
    transient @Nullable Waiter next;
    transient boolean listed;

    Waiter(PermitQueue queue, Call<?> call, Lane lane, CoreSubscriber<? super Permit> actual) {
        super(State.NEW);
        this.queue = queue;
        this.call = call;
        this.lane = lane;
        this.actual = actual;
    }

    Call<?> call() {
        return call;
    }

    Lane lane() {
        return lane;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && compareAndSet(State.NEW, State.WAITING)) {
            queue.enqueue(this);
        }
    }

    @Override
    public void cancel() {
        if (getAndSet(State.DONE) == State.WAITING) {
            queue.remove(this);
        }
    }

    /** Hands the permit over. False if the call was cancelled in the meantime. */
    boolean serve(Permit permit) {
        if (!compareAndSet(State.WAITING, State.DONE)) {
            return false;
        }
        actual.onNext(permit);
        actual.onComplete();
        return true;
    }

    void refuse(Throwable error) {
        if (compareAndSet(State.WAITING, State.DONE)) {
            actual.onError(error);
        }
    }
}
