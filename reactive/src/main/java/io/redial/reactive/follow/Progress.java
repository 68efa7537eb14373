package io.redial.reactive.follow;

import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import java.time.Duration;

/**
 * How far work has come that a call has started. The last one is {@link Succeeded}; work that fails is an error signal.
 *
 * @param <O> the answer of the call
 */
public sealed interface Progress<O extends FollowableResponse> {

    /** The answer of the call that started the work; {@link Resumed} if it was followed from its handle. */
    O response();

    /** The work. */
    Handle handle();

    /** The cloud has accepted the call; its work begins. Always the first. */
    record Submitted<O extends FollowableResponse>(O response, Handle handle) implements Progress<O> {}

    /**
     * The work goes on.
     *
     * @param state what the cloud says of it
     * @param elapsed how long it has been followed
     */
    record Running<O extends FollowableResponse>(O response, Handle handle, String state, Duration elapsed)
            implements Progress<O> {}

    /**
     * The work is done. Always the last.
     *
     * @param elapsed how long it was followed
     */
    record Succeeded<O extends FollowableResponse>(O response, Handle handle, Duration elapsed)
            implements Progress<O> {}
}
