package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;
import io.redial.core.Handle;
import io.redial.core.error.RedialException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in a fleet run. The last one is {@link Finished}. */
public sealed interface FleetEvent {

    /** What happens to one request. {@link Succeeded}, {@link Failed} and {@link Skipped} are the last of theirs. */
    sealed interface OfRequest extends FleetEvent {

        /** Its place in the input, from 1. */
        long number();

        /** The request. */
        FollowableRequest<?> request();

        /** The instances that it works on; empty when it makes new ones. */
        default List<String> targets() {
            return request().targets();
        }
    }

    /**
     * The plan is in the journal, and the first call leaves. Only in runs with a journal, and always the first there.
     *
     * @param requests how many the journal has
     * @param succeeded how many of them have succeeded in earlier runs
     * @param failed how many of them have failed in earlier runs, for good
     */
    record Planned(long requests, long succeeded, long failed) implements FleetEvent {}

    /** The cloud has accepted a request, now or in an earlier run, and its work is followed. */
    record Accepted(long number, FollowableRequest<?> request, Handle handle) implements OfRequest {}

    /**
     * Work goes on.
     *
     * @param state what the cloud says of it
     * @param elapsed how long it has been followed
     */
    record Progressed(long number, FollowableRequest<?> request, Handle handle, String state, Duration elapsed)
            implements OfRequest {}

    /**
     * Other work keeps the instance of a request.
     *
     * @param reason what the cloud said
     * @param pause after which it is sent again
     */
    record Waiting(long number, FollowableRequest<?> request, RedialException reason, Duration pause)
            implements OfRequest {}

    /**
     * The work of a request is done.
     *
     * @param elapsed how long it was followed
     */
    record Succeeded(long number, FollowableRequest<?> request, Handle handle, Duration elapsed) implements OfRequest {}

    /**
     * A request was refused, or did not get there, or nobody knows ({@link io.redial.core.error.OutcomeUnknownException}), or
     * its work failed or could not be followed to its end.
     *
     * @param handle its work, or null if it was not accepted
     */
    record Failed(
            long number,
            FollowableRequest<?> request,
            @Nullable Handle handle,
            Throwable error) implements OfRequest {

        /** Whether the cloud had accepted it. */
        public boolean accepted() {
            return handle != null;
        }
    }

    /** A request was not sent, because one before it on its instance did not succeed, or because the run was stopped. */
    record Skipped(long number, FollowableRequest<?> request, String why) implements OfRequest {}

    /** Everything is over that was begun. */
    record Finished(FleetSummary summary) implements FleetEvent {}
}
