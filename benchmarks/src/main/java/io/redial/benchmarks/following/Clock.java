package io.redial.benchmarks.following;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Real time. */
final class Clock {
    static final Scheduler TIMERS = Schedulers.parallel();

    private Clock() {}

    static long nanos() {
        return TIMERS.now(NANOSECONDS);
    }
}
