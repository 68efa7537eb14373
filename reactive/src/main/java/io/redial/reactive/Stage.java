package io.redial.reactive;

import io.redial.core.ApiResponse;
import reactor.core.publisher.Mono;

/** One concern of the pipeline. It must not block, and must not throw: errors are signals. */
interface Stage {

    /** Carries the call on. Lazy: nothing happens before somebody subscribes. */
    <O extends ApiResponse> Mono<O> call(Call<O> call);
}
