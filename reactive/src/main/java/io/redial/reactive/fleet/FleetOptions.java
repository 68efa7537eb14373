package io.redial.reactive.fleet;

import io.redial.reactive.follow.FollowOptions;
import java.time.Duration;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * How a fleet is run. Immutable: each method gives new options.
 *
 * @param inFlight how many requests are under way at the same time, 1 to 10,000; one that waits for another on its instance,
 *     or for an instance that is busy, counts too. All of them may stand in line for their quota, so the deadline of the
 *     client has to bear it: 1,000 requests at 20 a second take 50 s
 * @param stopAfter how many failures stop the run, at least 1; {@link #NEVER} for none
 * @param stopWhen stops the run when it signals anything, its end included
 * @param busyPatience how long a request is tried again while its instance is busy with other work
 * @param retryRefused whether a resumed run sends again what the cloud has refused in an earlier one
 * @param follow how the work of each request is followed
 */
public record FleetOptions(
        int inFlight,
        long stopAfter,
        Publisher<?> stopWhen,
        Duration busyPatience,
        boolean retryRefused,
        FollowOptions follow) {

    /** As many failures as nobody has. */
    public static final long NEVER = Long.MAX_VALUE;

    static final int MAX_IN_FLIGHT = 10_000;

    public FleetOptions {
        if (inFlight < 1 || inFlight > MAX_IN_FLIGHT) {
            throw new IllegalArgumentException("inFlight is 1 to " + MAX_IN_FLIGHT + ", not " + inFlight);
        }
        if (stopAfter < 1) {
            throw new IllegalArgumentException("stopAfter is at least 1 failure, not " + stopAfter);
        }
        if (busyPatience.isNegative()) {
            throw new IllegalArgumentException("busyPatience is not negative, but " + busyPatience);
        }
        Objects.requireNonNull(stopWhen, "stopWhen");
        Objects.requireNonNull(follow, "follow");
    }

    /**
     * A hundred in flight, no stop, ten minutes of patience with a busy instance, refused requests not sent again, and work
     * followed for an hour.
     */
    public static FleetOptions defaults() {
        return new FleetOptions(100, NEVER, Mono.never(), Duration.ofMinutes(10), false, FollowOptions.defaults());
    }

    /** With so many requests under way at the same time. */
    public FleetOptions withInFlight(int requests) {
        return new FleetOptions(requests, stopAfter, stopWhen, busyPatience, retryRefused, follow);
    }

    /**
     * Stopping after so many failures. Then no new call is begun, what the cloud has accepted is followed to its end, and
     * what else was read from the input is reported as skipped.
     */
    public FleetOptions withStopAfter(long failures) {
        return new FleetOptions(inFlight, failures, stopWhen, busyPatience, retryRefused, follow);
    }

    /** Stopping, in the same way, when this signals anything, its end included. Each run subscribes to it. */
    public FleetOptions withStopWhen(Publisher<?> wish) {
        return new FleetOptions(inFlight, stopAfter, wish, busyPatience, retryRefused, follow);
    }

    /** With so much patience while an instance is busy; zero for none. */
    public FleetOptions withBusyPatience(Duration patience) {
        return new FleetOptions(inFlight, stopAfter, stopWhen, patience, retryRefused, follow);
    }

    /** Sending again, or not, in a resumed run what the cloud has refused in an earlier one. */
    public FleetOptions withRetryRefused(boolean again) {
        return new FleetOptions(inFlight, stopAfter, stopWhen, busyPatience, again, follow);
    }

    /** With the work followed in this way. */
    public FleetOptions withFollow(FollowOptions options) {
        return new FleetOptions(inFlight, stopAfter, stopWhen, busyPatience, retryRefused, options);
    }
}
