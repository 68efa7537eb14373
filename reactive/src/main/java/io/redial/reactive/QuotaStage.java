package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.reactive.follow.Calls;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Lets each attempt wait until the quota of its action has room for it. */
final class QuotaStage implements Stage {
    private final ClientConfig config;
    private final Stage next;

    private QuotaStage(ClientConfig config, Stage next) {
        this.config = config;
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return config.quotaEnforced() ? new QuotaStage(config, next) : next;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return Mono.deferContextual(context -> {
            var lane = Lane.of(context, call.lane());
            return account()
                    .flatMap(account -> queue(call, account).permit(call, lane))
                    .flatMap(permit -> send(call, context)
                            .doOnError(permit::failed)
                            .doFinally(signal ->
                                    permit.settle(call, config.scheduler().now(NANOSECONDS))));
        });
    }

    /** Whoever stops calls that wait must not stop one of which an earlier attempt may have been done. */
    private <O extends ApiResponse> Mono<O> send(Call<O> call, ContextView context) {
        return call.attempt() > 1 || Calls.mayLeave(context) ? next.call(call) : Mono.empty();
    }

    private PermitQueue queue(Call<?> call, String account) {
        return config.quotas().queue(call.request().action(), call.target().host(), account);
    }

    /** Whose quota it is: the server counts for each account, and keys that are not told to share one have their own. */
    private Mono<String> account() {
        return config.account() == null
                ? Mono.fromCompletionStage(config.credentials()::resolve).map(Credentials::secretId)
                : Mono.just(config.account());
    }
}
