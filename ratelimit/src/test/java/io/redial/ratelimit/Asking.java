package io.redial.ratelimit;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.Effect;
import io.redial.core.Rate;
import io.redial.core.wire.WireType;
import org.jspecify.annotations.Nullable;

/** A request of an action that exists for these tests only. */
record Asking(Rate rate) implements ApiRequest<Asking.Answer> {
    record Answer(@Nullable String requestId) implements ApiResponse {}

    @Override
    public Action<Asking, Answer> action() {
        return action("Ask", rate);
    }

    static Action<Asking, Answer> action(String name, Rate rate) {
        return Action.of(name, "redis", "2018-04-12", rate, Effect.READ, unwritten(), unwritten());
    }

    private static <T> WireType<T> unwritten() {
        return WireType.of((value, out) -> {}, in -> {
            throw new UnsupportedOperationException();
        });
    }
}
