package io.redial.reactive;

import java.util.Objects;
import java.util.function.Function;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who goes first when calls wait for a quota.
 *
 * <p>A client has a lane ({@link TencentRedisBuilder#lane}), {@link TencentRedis#in} gives a view of it in another, and
 * {@code contextWrite(Lane.BULK.lane())} decides for everything above it in a chain, which counts most.
 */
public enum Lane {
    /** Calls that a person waits for. */
    INTERACTIVE,
    /** Bulk work and polling: behind {@link #INTERACTIVE}, but never out of turn altogether. */
    BULK;

    /** Puts a chain into this lane, for {@link reactor.core.publisher.Mono#contextWrite(Function)}. */
    public Function<Context, Context> lane() {
        return context -> context.put(Lane.class, this);
    }

    /** The lane of a chain, or the one given. */
    static Lane of(ContextView context, Lane otherwise) {
        return Objects.requireNonNullElse(context.getOrDefault(Lane.class, otherwise), otherwise);
    }
}
