package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.error.CallSite;
import io.redial.core.error.QueueFullException;
import io.redial.ratelimit.LeaseWindow;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;

/**
 * Those who wait for a permit, first come, first served, with one timer for all of them.
 *
 * <p>Whatever happens to it (a call arrives, a call is cancelled, a permit is settled, time passes) is an event. Events are
 * handled one after the other by whichever thread finds the queue unattended, so its state needs no lock and no thread
 * ever waits. A cancelled call leaves nothing behind.
 */
final class PermitQueue {
    private final LeaseWindow window;
    private final int maxWaiting;
    private final Scheduler scheduler;

    private final Queue<Runnable> events =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger unhandled = new AtomicInteger();

    // Touched by the thread that handles events, and by no other.
    private final WaiterList waiters = new WaiterList();
    private @Nullable Disposable timer;
    private long timerAt;

    PermitQueue(LeaseWindow window, int maxWaiting, Scheduler scheduler) {
        this.window = window;
        this.maxWaiting = maxWaiting;
        this.scheduler = scheduler;
    }

    /**
     * A permit, as soon as there is one. Cancelling gives up the place in the queue.
     *
     * @return the permit, or {@link QueueFullException} at once
     */
    Mono<Permit> permit(CallSite call) {
        return new PermitMono(this, call);
    }

    void enqueue(Waiter waiter) {
        handle(() -> {
            if (waiters.size() < maxWaiting) {
                waiters.add(waiter);
            } else {
                waiter.refuse(new QueueFullException(waiter.call(), maxWaiting, window.expectedWait(maxWaiting)));
            }
        });
    }

    void remove(Waiter waiter) {
        handle(() -> waiters.remove(waiter));
    }

    void settle(Consumer<LeaseWindow> outcome) {
        handle(() -> outcome.accept(window));
    }

    private void handle(Runnable event) {
        events.add(event);
        if (unhandled.getAndIncrement() != 0) {
            return;
        }
        var handled = 1;
        do {
            for (var next = events.poll(); next != null; next = events.poll()) {
                next.run();
            }
            serve();
            handled = unhandled.addAndGet(-handled);
        } while (handled != 0);
    }

    /** Gives out what can leave now, and sets the timer for the next. */
    private void serve() {
        var waiter = waiters.first();
        while (waiter != null) {
            var now = scheduler.now(NANOSECONDS);
            var wait = window.lease(now);
            if (wait != 0) {
                wakeUpIn(wait, now);
                return;
            }
            waiters.remove(waiter);
            if (!waiter.serve(new Permit(this))) {
                window.notSent();
            }
            waiter = waiters.first();
        }
        stopTimer();
    }

    private void wakeUpIn(long wait, long now) {
        if (wait == LeaseWindow.UNKNOWN_WAIT) {
            // The settling of a permit will wake the queue up.
            stopTimer();
        } else if (timer == null || now + wait != timerAt) {
            stopTimer();
            timerAt = now + wait;
            timer = scheduler.schedule(() -> handle(this::stopTimer), wait, NANOSECONDS);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.dispose();
            timer = null;
        }
    }
}
