package io.redial.reactive;

import io.redial.core.error.RedialException;
import io.redial.core.error.ServiceException;
import io.redial.ratelimit.RefusalText;
import org.jspecify.annotations.Nullable;

/** The right to send one request. It is settled once, when it is known what became of the request. */
final class Permit {
    private final PermitQueue queue;
    private volatile @Nullable RedialException refusal;

    Permit(PermitQueue queue) {
        this.queue = queue;
    }

    /** The request failed; only a refusal because of the quota is of interest here. */
    void failed(Throwable error) {
        if (error instanceof RedialException failure && failure.throttled()) {
            refusal = failure;
        }
    }

    void settle(Call<?> call, long now) {
        queue.settle(limiter -> {
            var refused = refusal;
            if (!call.wasSent()) {
                limiter.notSent();
            } else if (!call.wasAnswered()) {
                limiter.unanswered(call.sentAt(), now);
            } else if (refused == null) {
                limiter.answered(call.sentAt(), call.answeredAt());
            } else {
                limiter.throttled(call.sentAt(), call.answeredAt(), namedLimit(refused));
            }
        });
    }

    private static @Nullable Integer namedLimit(RedialException refusal) {
        return refusal instanceof ServiceException answer ? RefusalText.limit(answer.serverMessage()) : null;
    }
}
