package io.redial.benchmarks.operations;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Real time. */
final class BenchmarkClock {
    static final Scheduler SCHEDULER = Schedulers.parallel();

    private BenchmarkClock() {}

    static long nanos() {
        return SCHEDULER.now(NANOSECONDS);
    }
}
