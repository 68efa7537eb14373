package io.redial.reactive.follow;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** Does something at a time that can be brought forward. Touched by the threads of one lane only. */
final class Timer {
    private final Scheduler lane;
    private final Scheduler clock;
    private final Runnable task;
    private @Nullable Disposable waiting;
    private long at = Long.MAX_VALUE;

    /**
     * A timer that is not set.
     *
     * @param lane where the task is done
     * @param clock what the time is
     */
    Timer(Scheduler lane, Scheduler clock, Runnable task) {
        this.lane = lane;
        this.clock = clock;
        this.task = task;
    }

    /** Sets it, unless it is set to an earlier time. */
    void noLaterThan(long time) {
        if (waiting == null || time < at) {
            stop();
            at = time;
            waiting = lane.schedule(this::ring, Math.max(0, time - clock.now(NANOSECONDS)), NANOSECONDS);
        }
    }

    void stop() {
        if (waiting != null) {
            waiting.dispose();
            waiting = null;
            at = Long.MAX_VALUE;
        }
    }

    private void ring() {
        waiting = null;
        at = Long.MAX_VALUE;
        task.run();
    }
}
