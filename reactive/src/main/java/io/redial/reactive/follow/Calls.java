package io.redial.reactive.follow;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** How calls are sent: the verb {@code call} of a client, which keeps their quotas and repeats what may be repeated. */
public interface Calls {

    /** The answer to a request. Lazy; each subscription is a call of its own. */
    <O extends ApiResponse> Mono<O> call(ApiRequest<O> request);

    /**
     * For {@code contextWrite}: a call of the chain above whose turn in its quota comes when this no longer holds is not sent,
     * and completes empty. Calls that have left already go on.
     */
    static Function<Context, Context> leavingOnlyWhile(BooleanSupplier holds) {
        return context -> context.put(Calls.class, holds);
    }

    /** Whether a call in that context may leave now. */
    static boolean mayLeave(ContextView context) {
        BooleanSupplier holds = context.getOrDefault(Calls.class, null);
        return holds == null || holds.getAsBoolean();
    }
}
