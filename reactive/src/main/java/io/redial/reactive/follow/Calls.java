package io.redial.reactive.follow;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import reactor.core.publisher.Mono;

/** How calls are sent: the verb {@code call} of a client, which keeps their quotas and repeats what may be repeated. */
public interface Calls {

    /** The answer to a request. Lazy; each subscription is a call of its own. */
    <O extends ApiResponse> Mono<O> call(ApiRequest<O> request);
}
