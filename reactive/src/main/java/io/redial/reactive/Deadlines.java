package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * When attempts are given up. Nearly all of them are over long before, so they share one timer, which stands at the end of
 * the oldest and is not moved when that is answered: a timer for each call would cost more than all the rest of it. Only
 * one that ends well before others that began earlier has a timer of its own.
 *
 * <p>Attempts that begin and attempts that are over are noted, and whichever thread finds the list unattended brings it up
 * to date: no thread waits for another.
 */
final class Deadlines {
    /** How far back the place in the list is looked for: threads that begin together are noted in any order. */
    private static final int NEAR = 8;

    private final Scheduler scheduler;
    private final long timeout;

    private final AtomicReference<@Nullable Attempt<?>> begun = new AtomicReference<>();
    private final AtomicReference<@Nullable Attempt<?>> over = new AtomicReference<>();
    private final AtomicInteger unhandled = new AtomicInteger();
    private volatile boolean due;

    // Touched by the thread that attends the list, and by no other.
    private @Nullable Attempt<?> first;
    private @Nullable Attempt<?> last;
    private boolean armed;

    Deadlines(Scheduler scheduler, Duration timeout) {
        this.scheduler = scheduler;
        this.timeout = timeout.toNanos();
    }

    /** It has begun. To be called at most once for each. */
    void add(Attempt<?> attempt, long deadline) {
        var now = now();
        attempt.endsAt = Math.max(now, Math.min(now + timeout, deadline));
        attempt.allowedMillis = (int) Math.min(Integer.MAX_VALUE, NANOSECONDS.toMillis(attempt.endsAt - now));
        do {
            attempt.next = begun.get();
        } while (!begun.compareAndSet(attempt.next, attempt));
        handle();
    }

    /** It is over and was not given up. To be called at most once for each, begun or not. */
    void remove(Attempt<?> attempt) {
        do {
            attempt.nextOver = over.get();
        } while (!over.compareAndSet(attempt.nextOver, attempt));
        handle();
    }

    private void handle() {
        if (unhandled.getAndIncrement() != 0) {
            return;
        }
        var handled = 1;
        do {
            // Whoever is over had begun, or will not be listed any more: so these are taken first.
            var leaving = over.getAndSet(null);
            append(begun.getAndSet(null));
            removeAll(leaving);
            if (due) {
                due = false;
                armed = false;
                expire();
            }
            arm();
            handled = unhandled.addAndGet(-handled);
        } while (handled != 0);
    }

    private void expire() {
        var now = now();
        for (var oldest = first; oldest != null && oldest.endsAt <= now; oldest = first) {
            unlink(oldest);
            expire(oldest);
        }
    }

    private static void expire(Attempt<?> late) {
        try {
            late.expire(new TimeoutException("nothing within " + late.allowedMillis + " ms"));
        } catch (Throwable e) {
            // A subscriber that fails must not leave the others without their deadlines.
            Exceptions.throwIfJvmFatal(e);
            Operators.onErrorDropped(e, late.currentContext());
        }
    }

    private void arm() {
        var oldest = first;
        if (oldest != null && !armed) {
            armed = true;
            scheduler.schedule(this::wakeUp, Math.max(0, oldest.endsAt - now()), NANOSECONDS);
        }
    }

    private void wakeUp() {
        due = true;
        handle();
    }

    private long now() {
        return scheduler.now(NANOSECONDS);
    }

    /** They come the last one first. */
    private void append(@Nullable Attempt<?> newest) {
        Attempt<?> oldest = null;
        for (var attempt = newest; attempt != null; ) {
            var before = attempt.next;
            attempt.next = oldest;
            oldest = attempt;
            attempt = before;
        }
        for (var attempt = oldest; attempt != null; ) {
            var after = attempt.next;
            attempt.next = null;
            if (!attempt.isOver()) {
                insert(attempt);
            }
            attempt = after;
        }
    }

    private void insert(Attempt<?> attempt) {
        var before = last;
        for (var steps = 0; before != null && before.endsAt > attempt.endsAt; steps++) {
            before = steps < NEAR ? before.previous : null;
        }
        if (before != null || first == null) {
            link(before, attempt);
        } else {
            var left = Math.max(0, attempt.endsAt - now());
            attempt.timer = scheduler.schedule(() -> expire(attempt), left, NANOSECONDS);
        }
    }

    private void link(@Nullable Attempt<?> before, Attempt<?> attempt) {
        var after = before == null ? null : before.next;
        attempt.previous = before;
        attempt.next = after;
        if (before == null) {
            first = attempt;
        } else {
            before.next = attempt;
        }
        if (after == null) {
            last = attempt;
        } else {
            after.previous = attempt;
        }
    }

    private void removeAll(@Nullable Attempt<?> leaving) {
        for (var attempt = leaving; attempt != null; ) {
            var another = attempt.nextOver;
            attempt.nextOver = null;
            if (attempt.timer != null) {
                attempt.timer.dispose();
            }
            unlink(attempt);
            attempt = another;
        }
    }

    /** Takes it out, if it is in: nobody but the first has none before it. */
    private void unlink(Attempt<?> attempt) {
        var before = attempt.previous;
        var after = attempt.next;
        if (before == null && attempt != first) {
            return;
        }
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
    }
}
