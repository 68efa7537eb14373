package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Contender.Answer;
import java.util.function.Predicate;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Tells how a call has ended. */
final class Subscriber<T> implements CoreSubscriber<T> {
    private final Answer answer;
    private final Predicate<T> complete;
    private boolean came;

    Subscriber(Answer answer, Predicate<T> complete) {
        this.answer = answer;
        this.complete = complete;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T value) {
        came = complete.test(value);
    }

    @Override
    public void onError(Throwable error) {
        answer.failed(error);
    }

    @Override
    public void onComplete() {
        if (came) {
            answer.came();
        } else {
            answer.failed(new IllegalStateException("the answer is not what the stub sends"));
        }
    }
}
