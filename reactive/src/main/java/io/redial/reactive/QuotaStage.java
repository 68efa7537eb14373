package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import reactor.core.publisher.Mono;

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
                    .flatMap(permit -> next.call(call)
                            .doOnError(permit::failed)
                            .doFinally(signal ->
                                    permit.settle(call, config.scheduler().now(NANOSECONDS))));
        });
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
