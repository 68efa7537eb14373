package io.redial.reactive.follow;

import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the answer when work is followed from its handle: the answer itself is long gone.
 *
 * @param handle the work
 */
public record Resumed(Handle handle) implements FollowableResponse {

    /** Always null. */
    @Override
    public @Nullable String requestId() {
        return null;
    }
}
