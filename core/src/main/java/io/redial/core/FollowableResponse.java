package io.redial.core;

import org.jspecify.annotations.Nullable;

/** An answer that names work still going on. */
public interface FollowableResponse extends ApiResponse {

    /**
     * What to ask about the work. Null if the server left it out, or if the work has no name of its own: then {@link
     * FollowableRequest#handleOf} knows the instance that it is done on.
     */
    @Nullable
    Handle handle();
}
