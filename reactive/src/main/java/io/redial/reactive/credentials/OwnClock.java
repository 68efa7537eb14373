package io.redial.reactive.credentials;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.redial.core.credentials.Credentials;
import io.redial.core.protocol.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import reactor.core.scheduler.Scheduler;

/** The time of this machine, which need not be that of those who hand out keys. */
final class OwnClock {
    private final Scheduler scheduler;

    OwnClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    Instant now() {
        return Instant.ofEpochMilli(scheduler.now(MILLISECONDS));
    }

    /** Keys that live as long by this clock as they do by the clock of the server that gave them. */
    Credentials translated(Credentials keys, HttpAnswer answer) {
        var expires = keys.expires();
        return expires == null
                ? keys
                : answer.serverTime()
                        .map(serverTime -> keys.until(now().plus(Duration.between(serverTime, expires))))
                        .orElse(keys);
    }
}
