package io.redial.reactive;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.redial.core.protocol.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.scheduler.Scheduler;

/**
 * The time of day as the server sees it.
 *
 * <p>Requests are signed with the time of this machine until the server has refused it as too far off. What the answers tell
 * of the server's time is noted all the same, for reading the times of its tasks.
 */
final class ServerClock {
    private static final Duration NOTE_EVERY = Duration.ofSeconds(30);

    private final Scheduler clock;
    private volatile Duration correction = Duration.ZERO;
    private volatile Duration noted = Duration.ZERO;
    private volatile long nextNote = Long.MIN_VALUE;

    ServerClock(Scheduler clock) {
        this.clock = clock;
    }

    /** The time to sign with. */
    Instant now() {
        return machineTime().plus(correction);
    }

    /** The time of the server, to about a second, as far as answers have told it. */
    Instant serverTime() {
        return machineTime().plus(noted);
    }

    /** Notes the time that an answer tells, now and then. */
    void note(HttpAnswer answer) {
        var millis = clock.now(MILLISECONDS);
        if (millis >= nextNote) {
            answer.serverTime().ifPresent(time -> {
                noted = Duration.between(machineTime(), time);
                nextNote = millis + NOTE_EVERY.toMillis();
            });
        }
    }

    /**
     * From now on the time that this answer tells is signed with.
     *
     * @return how far the server's clock is ahead of that of this machine; empty if the answer does not tell
     */
    Optional<Duration> correct(HttpAnswer answer) {
        var difference = answer.serverTime().map(time -> Duration.between(machineTime(), time));
        difference.ifPresent(ahead -> correction = ahead);
        return difference;
    }

    /** In milliseconds a scheduler tells the time of day; in nanoseconds it only counts on. */
    private Instant machineTime() {
        return Instant.ofEpochMilli(clock.now(MILLISECONDS));
    }
}
