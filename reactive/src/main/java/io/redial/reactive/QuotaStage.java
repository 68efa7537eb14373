package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.Action;
import io.redial.core.ApiResponse;
import io.redial.ratelimit.LeaseWindow;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Mono;

/** Lets each attempt wait until the quota of its action has room for it. */
final class QuotaStage implements Stage {
    private final ClientConfig config;
    private final Stage next;

    /** One queue for each action: the documents limit each on its own. */
    private final ConcurrentMap<String, PermitQueue> queues = new ConcurrentHashMap<>();

    private QuotaStage(ClientConfig config, Stage next) {
        this.config = config;
        this.next = next;
    }

    static Stage create(ClientConfig config, Stage next) {
        return config.quotaEnforced() ? new QuotaStage(config, next) : next;
    }

    @Override
    public <O extends ApiResponse> Mono<O> call(Call<O> call) {
        return queues.computeIfAbsent(
                        call.request().action().name(),
                        name -> queue(call.request().action()))
                .permit(call.site())
                .flatMap(permit -> next.call(call).doFinally(signal -> settle(permit, call)));
    }

    private PermitQueue queue(Action<?, ?> action) {
        return new PermitQueue(
                new LeaseWindow(action.rate(), config.quotaMargin()), config.maxWaiting(), config.scheduler());
    }

    private void settle(Permit permit, Call<?> call) {
        if (!call.wasSent()) {
            permit.notSent();
        } else if (call.wasAnswered()) {
            permit.answered(call.sentAt(), call.answeredAt());
        } else {
            permit.unanswered(config.scheduler().now(NANOSECONDS));
        }
    }
}
