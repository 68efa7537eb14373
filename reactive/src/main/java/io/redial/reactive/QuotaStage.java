package io.redial.reactive;

import io.redial.core.ApiResponse;
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
        return Mono.defer(() -> {
            var account = config.account();
            if (account != null) {
                return inTurn(call, account);
            }
            var keys = config.credentials().resolve();
            var present = Exchange.present(keys);
            return present == null
                    ? Mono.fromCompletionStage(keys).flatMap(found -> inTurn(call, found.secretId()))
                    : inTurn(call, present.secretId());
        });
    }

    private <O extends ApiResponse> Mono<O> inTurn(Call<O> call, String account) {
        var queue = config.quotas().queue(call.request().action(), call.target().host(), account);
        return new InTurn<>(queue, next, call);
    }
}
