package io.redial.reactive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** Counts the timers that are set and neither went off nor were taken back. */
final class CountingScheduler implements Scheduler {
    private final Scheduler scheduler;
    private final AtomicInteger timers = new AtomicInteger();

    CountingScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    int timers() {
        return timers.get();
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        timers.incrementAndGet();
        Disposable over = Disposables.composite(timers::decrementAndGet);
        var timer = scheduler.schedule(
                () -> {
                    over.dispose();
                    task.run();
                },
                delay,
                unit);
        return () -> {
            over.dispose();
            timer.dispose();
        };
    }

    @Override
    public Disposable schedule(Runnable task) {
        return scheduler.schedule(task);
    }

    @Override
    public long now(TimeUnit unit) {
        return scheduler.now(unit);
    }

    @Override
    public Worker createWorker() {
        return scheduler.createWorker();
    }
}
