package io.redial.reactive.fleet;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.reactive.follow.Calls;
import reactor.core.publisher.Mono;

/** One call, which remembers whether the cloud has said yes: after that no error means that nothing was done. */
final class Answered implements Calls {
    private final Calls calls;
    private volatile boolean yes;

    Answered(Calls calls) {
        this.calls = calls;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return calls.call(request).doOnNext(answer -> yes = true);
    }

    boolean yes() {
        return yes;
    }
}
