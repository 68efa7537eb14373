package io.redial.reactive.follow;

import io.redial.core.Handle;
import io.redial.core.error.CallSite;
import io.redial.core.error.FollowDeadlineException;
import io.redial.core.error.TaskFailedException;
import io.redial.core.error.WorkNotFoundException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/** One piece of work and who follows it. Only the tracker's thread touches it. */
final class Work {
    /** The rest between two look-ups is at most this part of the age of the work. */
    private static final int PART_OF_ITS_AGE = 240;

    /** What has just been started may not be shown everywhere yet. */
    private static final long UNKNOWN_FOR_A_WHILE = Duration.ofSeconds(10).toNanos();

    private final CallSite call;
    private final Handle handle;
    private final FollowOptions options;
    private final FluxSink<String> follower;
    private final long began;
    private final long deadline;
    private Phase phase;
    private long nextLook;
    private @Nullable String state;
    private boolean over;

    /**
     * Work that has not been looked at.
     *
     * @param handle names it; with one id
     * @param began when following it began, in nanoseconds
     * @param phase what is looked at first
     */
    Work(CallSite call, Handle handle, FollowOptions options, FluxSink<String> follower, long began, Phase phase) {
        this.call = call;
        this.handle = handle;
        this.options = options;
        this.follower = follower;
        this.began = began;
        this.deadline = began + options.deadline().toNanos();
        this.phase = phase;
        this.nextLook = began + interval(began);
    }

    CallSite call() {
        return call;
    }

    String id() {
        return handle.ids().get(0);
    }

    Handle handle() {
        return handle;
    }

    Phase phase() {
        return phase;
    }

    FollowOptions options() {
        return options;
    }

    long nextLook() {
        return nextLook;
    }

    long deadline() {
        return deadline;
    }

    boolean over() {
        return over;
    }

    /** Whether it is time to look, or so nearly that it can be done along with others. */
    boolean due(long now) {
        return nextLook - interval(now) / 4 <= now;
    }

    void looked(long now) {
        nextLook = now + interval(now);
    }

    private long interval(long now) {
        var shortest = options.shortestInterval().toNanos();
        var longest = options.longestInterval().toNanos();
        return Math.min(longest, Math.max(shortest, (now - began) / PART_OF_ITS_AGE));
    }

    /** It goes on, or on to what comes next. */
    void goesOn(String newState) {
        if (!over && !newState.equals(state)) {
            state = newState;
            follower.next(newState);
        }
    }

    void enter(Phase next) {
        phase = next;
    }

    void succeeded() {
        if (!over) {
            over = true;
            follower.complete();
        }
    }

    void failed(String finalState, String reason) {
        failed(new TaskFailedException(call, handle, finalState, reason));
    }

    void failed(Throwable error) {
        if (!over) {
            over = true;
            follower.error(error);
        }
    }

    /** The cloud does not know it. That may be so for a moment after its beginning. */
    void unknown(long now, @Nullable Throwable cause) {
        if (now - began >= UNKNOWN_FOR_A_WHILE) {
            var said = cause == null ? "it is not in the answers" : String.valueOf(cause.getMessage());
            failed(new WorkNotFoundException(
                    call, handle, state == null ? said : "it was last seen " + state + ", but now " + said, cause));
        }
    }

    /** Its time is over. */
    void late(@Nullable Throwable lastPollError) {
        failed(new FollowDeadlineException(call, handle, options.deadline(), lastPollError));
    }

    void cancelled() {
        over = true;
    }
}
