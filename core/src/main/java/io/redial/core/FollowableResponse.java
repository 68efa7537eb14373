package io.redial.core;

import org.jspecify.annotations.Nullable;

/** An answer that names work still going on. */
public interface FollowableResponse extends ApiResponse {

    /** What to ask about the work; null only if the server left it out. */
    @Nullable
    Handle handle();
}
