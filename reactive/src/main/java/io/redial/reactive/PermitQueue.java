package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.redial.core.error.RateLimitedException;
import io.redial.ratelimit.QuotaLimiter;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Those who wait for a permit, with one timer for all of them.
 *
 * <p>Whatever happens to it (a call arrives, a call is cancelled, a permit is settled, time passes) is an event. Events are
 * handled one after the other by whichever thread finds the queue unattended, so its state needs no lock and no thread
 * ever waits. A cancelled call leaves nothing behind.
 */
final class PermitQueue {
    /** How often all deadlines are looked at; those of who is next are met to the point. */
    private static final long SWEEP = Duration.ofSeconds(1).toNanos();

    private final QuotaLimiter limiter;
    private final int maxWaiting;
    private final Scheduler scheduler;

    private final Queue<Runnable> events =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger unhandled = new AtomicInteger();
    private final Runnable serving = this::serve;

    // Touched by the thread that handles events, and by no other.
    private final Lanes lanes = new Lanes();
    private @Nullable Disposable timer;
    private long timerAt;
    private long sweepAt = Long.MIN_VALUE;

    PermitQueue(QuotaLimiter limiter, int maxWaiting, Scheduler scheduler) {
        this.limiter = limiter;
        this.maxWaiting = maxWaiting;
        this.scheduler = scheduler;
    }

    /**
     * A permit, as soon as there is one. Cancelling gives up the place in the queue.
     *
     * @return the permit, or {@link RateLimitedException} as soon as it is known that it would come too late
     */
    Mono<Permit> permit(Call<?> call, Lane lane) {
        return new PermitMono(this, call, lane);
    }

    /** Whether nobody waits and nothing is remembered that matters. */
    boolean idle() {
        return unhandled.get() == 0 && lanes.size() == 0 && limiter.idle();
    }

    long now() {
        return scheduler.now(NANOSECONDS);
    }

    void enqueue(Waiter waiter) {
        handle(() -> {
            var wait = limiter.expectedWait(lanes.ahead(waiter.lane()));
            if (lanes.size() >= maxWaiting) {
                refuse(waiter, wait, "the queue is full");
            } else if (scheduler.now(NANOSECONDS) + wait.toNanos()
                    > waiter.call().deadline()) {
                refuse(waiter, wait, "its turn would come after its deadline");
            } else {
                lanes.add(waiter);
            }
        });
    }

    void remove(Waiter waiter) {
        handle(() -> lanes.remove(waiter));
    }

    void settle(Consumer<QuotaLimiter> outcome) {
        handle(() -> outcome.accept(limiter));
    }

    private void handle(Runnable event) {
        events.add(event);
        if (unhandled.getAndIncrement() != 0) {
            return;
        }
        var handled = 1;
        do {
            for (var next = events.poll(); next != null; next = events.poll()) {
                run(next);
            }
            run(serving);
            handled = unhandled.addAndGet(-handled);
        } while (handled != 0);
    }

    /** An event that fails must not leave the queue unattended. */
    private static void run(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            Operators.onErrorDropped(e, Context.empty());
        }
    }

    /** Gives out what can leave now, and sets the timer for the next. */
    private void serve() {
        sweep();
        for (var waiter = lanes.first(); waiter != null; waiter = lanes.first()) {
            var wait = limiter.lease();
            if (wait != 0) {
                wakeUpIn(wait, waiter);
                return;
            }
            lanes.served(waiter);
            serve(waiter);
        }
        stopTimer();
    }

    /** One whose subscriber fails must not keep the others from being served. */
    private void serve(Waiter waiter) {
        var taken = true;
        try {
            taken = waiter.serve(new Permit(this));
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            Operators.onErrorDropped(e, Context.empty());
        }
        if (!taken) {
            limiter.notSent();
        }
    }

    /** Sends those away whose deadline has passed. */
    private void sweep() {
        var now = scheduler.now(NANOSECONDS);
        var first = lanes.first();
        if (first == null || (now < sweepAt && now < first.call().deadline())) {
            return;
        }
        sweepAt = now + SWEEP;
        lanes.removeIf(
                waiter -> waiter.call().deadline() <= now,
                waiter -> refuse(waiter, limiter.expectedWait(0), "its turn did not come before its deadline"));
    }

    private void refuse(Waiter waiter, Duration expectedWait, String reason) {
        waiter.refuse(new RateLimitedException(waiter.call().site(), expectedWait, lanes.size(), reason));
    }

    private void wakeUpIn(long wait, Waiter first) {
        var now = scheduler.now(NANOSECONDS);
        var leaseAt = wait == QuotaLimiter.UNKNOWN_WAIT ? Long.MAX_VALUE : now + wait;
        var at = Math.min(Math.min(leaseAt, first.call().deadline()), Math.max(now, sweepAt));
        if (timer == null || at != timerAt) {
            stopTimer();
            timerAt = at;
            timer = scheduler.schedule(() -> handle(this::stopTimer), Math.max(0, at - now), NANOSECONDS);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.dispose();
            timer = null;
        }
    }
}
