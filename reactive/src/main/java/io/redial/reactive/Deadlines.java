package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * When attempts are given up. Nearly all of them are over long before, so they share one timer, which stands at the end of
 * the oldest and is not moved when that is answered: a timer for each call would cost more than all the rest of it. Only
 * those that the deadline of their call cuts short have a timer of their own.
 *
 * <p>All others may take equally long, so their list is in order. Threads that meet spin for a moment and never park.
 */
final class Deadlines {
    private final Scheduler scheduler;
    private final long timeout;
    private final AtomicBoolean locked = new AtomicBoolean();

    private @Nullable Attempt<?> first;
    private @Nullable Attempt<?> last;
    private boolean armed;

    Deadlines(Scheduler scheduler, Duration timeout) {
        this.scheduler = scheduler;
        this.timeout = timeout.toNanos();
    }

    void add(Attempt<?> attempt, long deadline) {
        var now = scheduler.now(NANOSECONDS);
        var left = Math.max(0, deadline - now);
        if (left < timeout) {
            attempt.timer = scheduler.schedule(() -> attempt.expire(tooLate(left)), left, NANOSECONDS);
            return;
        }
        attempt.endsAt = now + timeout;
        lock();
        append(attempt);
        var unarmed = !armed;
        armed = true;
        unlock();
        if (unarmed) {
            wakeUpIn(timeout);
        }
    }

    void remove(Attempt<?> attempt) {
        var timer = attempt.timer;
        if (timer != null) {
            timer.dispose();
            return;
        }
        lock();
        unlink(attempt);
        unlock();
    }

    private void wakeUpIn(long nanos) {
        scheduler.schedule(this::expire, nanos, NANOSECONDS);
    }

    private void expire() {
        var now = scheduler.now(NANOSECONDS);
        for (var late = takeUntil(now); late != null; late = takeUntil(now)) {
            late.expire(tooLate(timeout));
        }
        lock();
        var oldest = first;
        armed = oldest != null;
        unlock();
        if (oldest != null) {
            wakeUpIn(Math.max(0, oldest.endsAt - now));
        }
    }

    private @Nullable Attempt<?> takeUntil(long now) {
        lock();
        var oldest = first;
        var late = oldest != null && oldest.endsAt <= now ? oldest : null;
        if (late != null) {
            unlink(late);
        }
        unlock();
        return late;
    }

    private static TimeoutException tooLate(long nanos) {
        return new TimeoutException("nothing within " + NANOSECONDS.toMillis(nanos) + " ms");
    }

    private void append(Attempt<?> attempt) {
        attempt.listed = true;
        attempt.previous = last;
        if (last == null) {
            first = attempt;
        } else {
            last.next = attempt;
        }
        last = attempt;
    }

    private void unlink(Attempt<?> attempt) {
        if (!attempt.listed) {
            return;
        }
        var before = attempt.previous;
        var after = attempt.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        attempt.previous = null;
        attempt.next = null;
        attempt.listed = false;
    }

    private void lock() {
        while (!locked.weakCompareAndSetAcquire(false, true)) {
            do {
                Thread.onSpinWait();
            } while (locked.getOpaque());
        }
    }

    private void unlock() {
        locked.setRelease(false);
    }
}
