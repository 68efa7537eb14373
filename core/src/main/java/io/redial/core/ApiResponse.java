package io.redial.core;

import org.jspecify.annotations.Nullable;

/** The answer to a call. */
public interface ApiResponse {

    /** The id that the server gave the call; quote it when you report a problem. Null only if the server left it out. */
    @Nullable
    String requestId();
}
