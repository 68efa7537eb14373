package io.redial.reactive.follow;

import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import reactor.core.publisher.Flux;

/** Where the state of work is looked up: the part of following that each API does in its own way. */
interface WorkStates {

    /**
     * The states of some work, again and again while it goes on.
     *
     * @param call the call that started it, for errors
     * @return completes when the work has succeeded; a {@link io.redial.core.error.TaskFailedException} when it has failed
     */
    Flux<String> of(CallSite call, Handle handle);
}
