package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import io.redial.core.protocol.Target;
import io.redial.ratelimit.LeaseLimiter;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What it costs to let a hundred thousand calls wait. */
class QueueFootprintTest {
    private static final int CALLS = 100_000;
    private static final Call<?> CALL = Call.first(
            DescribeTaskInfoRequest.of(1),
            new Target(URI.create("https://redis.example.com"), "ap-guangzhou"),
            Lane.BULK);

    private final List<Subscription> subscriptions = new ArrayList<>(CALLS);

    @Test
    void waitingCostsLittleAndNothingIsLeftOfTheCancelled() {
        var scheduler = Schedulers.newSingle("queue-footprint");
        try {
            var queue = busyQueue(scheduler);
            // The first one starts the thread of the scheduler.
            queue.permit(CALL, Lane.BULK).subscribe(new Caller());
            var threads = Thread.activeCount();
            var before = usedHeap();

            for (var i = 0; i < CALLS; i++) {
                queue.permit(CALL, Lane.BULK).subscribe(new Caller());
            }
            var waiting = usedHeap();
            assertThat((waiting - before) / CALLS)
                    .as("bytes for each that waits")
                    .isLessThanOrEqualTo(200);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);

            subscriptions.forEach(Subscription::cancel);
            subscriptions.clear();
            var cancelled = usedHeap();
            assertThat((cancelled - before) / CALLS)
                    .as("bytes for each cancelled")
                    .isLessThanOrEqualTo(10);
        } finally {
            scheduler.dispose();
        }
    }

    /** A queue whose one permit is out, so that everybody waits. */
    private PermitQueue busyQueue(Scheduler scheduler) {
        var limiter = new LeaseLimiter(
                "test", Map.of(), Rate.perSecond(1), Duration.ofMillis(5), () -> scheduler.now(NANOSECONDS));
        limiter.lease();
        return new PermitQueue(limiter, CALLS, scheduler);
    }

    private static long usedHeap() {
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** As little as a caller can be. */
    private final class Caller implements CoreSubscriber<Permit> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscriptions.add(subscription);
            subscription.request(1);
        }

        @Override
        public void onNext(Permit permit) {}

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onComplete() {}
    }
}
