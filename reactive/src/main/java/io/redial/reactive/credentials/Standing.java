package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with keys that are fetched time and again. Times are milliseconds of the clock.
 *
 * @param keys those that were fetched last, or null
 * @param usableUntil when they are used no longer
 * @param refreshFrom when others are fetched
 * @param failures how often that has failed since
 * @param failedAt when it failed last
 * @param failure why, or null
 * @param refresh the fetching under way, or null
 */
record Standing(
        @Nullable Credentials keys,
        long usableUntil,
        long refreshFrom,
        int failures,
        long failedAt,
        @Nullable CredentialsException failure,
        @Nullable CompletableFuture<Credentials> refresh) {

    /** Nothing has been fetched yet. */
    static final Standing NOTHING = new Standing(null, 0, 0, 0, 0, null, null);

    /** Keys are fetched anew so long before they end, or after four fifths of their life. */
    static final Duration EARLY = Duration.ofMinutes(5);

    /** So long before their end keys sign nothing more: a call takes time to arrive. Short-lived ones a twentieth. */
    static final Duration TRAVEL = Duration.ofSeconds(10);

    /** Keys without an end may be changed where they come from: they are looked up again so often. */
    static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final long SHORTEST_BACKOFF = 1_000;
    private static final int LONGEST_BACKOFF_DOUBLINGS = 6;

    boolean usable(long now) {
        return keys != null && now < usableUntil;
    }

    /** Whether keys should be fetched now. Without usable ones a failure is told again for a second, not repeated. */
    boolean due(long now) {
        if (refresh != null) {
            return false;
        }
        return usable(now)
                ? now >= refreshFrom && (failures == 0 || now >= failedAt + backoff())
                : failures == 0 || now >= failedAt + SHORTEST_BACKOFF;
    }

    /** 1 s, 2 s, 4 s and so on, up to 64 s. */
    private long backoff() {
        return SHORTEST_BACKOFF << Math.min(failures - 1, LONGEST_BACKOFF_DOUBLINGS);
    }

    Standing refreshing(CompletableFuture<Credentials> newRefresh) {
        return new Standing(keys, usableUntil, refreshFrom, failures, failedAt, failure, newRefresh);
    }

    static Standing fetched(Credentials fresh, long now) {
        var expires = fresh.expires();
        if (expires == null) {
            return new Standing(fresh, Long.MAX_VALUE, now + LOOK_AGAIN.toMillis(), 0, 0, null, null);
        }
        var end = expires.toEpochMilli();
        var life = end - now;
        return new Standing(
                fresh,
                end - Math.min(TRAVEL.toMillis(), life / 20),
                Math.max(now + SHORTEST_BACKOFF, end - Math.min(EARLY.toMillis(), life / 5)),
                0,
                0,
                null,
                null);
    }

    Standing failed(CredentialsException why, long now) {
        return new Standing(keys, usableUntil, refreshFrom, failures + 1, now, why, null);
    }
}
