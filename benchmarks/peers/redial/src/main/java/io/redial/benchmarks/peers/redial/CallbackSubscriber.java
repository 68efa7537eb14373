package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Candidate;
import java.util.function.Predicate;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Tells how a call has ended. */
final class CallbackSubscriber<T> implements CoreSubscriber<T> {
    private final Candidate.Callback callback;
    private final Predicate<T> isComplete;
    private boolean completed;

    CallbackSubscriber(Candidate.Callback answer, Predicate<T> complete) {
        this.callback = answer;
        this.isComplete = complete;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T value) {
        completed = isComplete.test(value);
    }

    @Override
    public void onError(Throwable error) {
        callback.onFailure(error);
    }

    @Override
    public void onComplete() {
        if (completed) {
            callback.onSuccess();
        } else {
            callback.onFailure(new IllegalStateException("the answer is not what the stub sends"));
        }
    }
}
