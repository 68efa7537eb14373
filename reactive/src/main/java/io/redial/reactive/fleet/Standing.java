package io.redial.reactive.fleet;

import io.redial.core.Handle;
import java.time.Instant;

/** What is known of a request that is not over. */
sealed interface Standing {

    /** It was not sent, or certainly not taken. */
    record Unsent() implements Standing {}

    /**
     * It may have been sent, and its answer is not known.
     *
     * @param sentAt when, by the clock of the server
     */
    record InDoubt(Instant sentAt) implements Standing {}

    /** The cloud works on it. */
    record Accepted(Handle handle) implements Standing {}

    /** It has failed in an earlier run, for good. */
    record GivenUp() implements Standing {}
}
