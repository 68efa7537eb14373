package io.redial.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseLimiterThreadsTest {
    private static final int THREADS = 4;
    private static final int LIMIT = 10;

    private final AtomicLong now = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final LeaseLimiter limiter =
            new LeaseLimiter("Ask", Map.of(), new Rate(LIMIT, Duration.ofNanos(1000)), Duration.ZERO, now::get);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void threadsTogetherNeverHaveMorePermitsThanTheLimit() throws Exception {
        var out = new AtomicInteger();
        var most = new AtomicInteger();

        inAllThreads(() -> {
            for (var i = 0; i < 50_000; i++) {
                if (limiter.lease() == 0) {
                    most.accumulateAndGet(out.incrementAndGet(), Math::max);
                    out.decrementAndGet();
                    settle(i);
                }
                now.addAndGet(20);
            }
        });

        assertThat(most.get()).isBetween(1, LIMIT);
        now.addAndGet(10_000);
        assertThat(limiter.idle()).as("every permit is home").isTrue();
    }

    @Test
    void withinOnePeriodThreadsTogetherLeaseNoMoreThanTheLimit() throws Exception {
        for (var period = 0; period < 1000; period++) {
            var leased = new AtomicInteger();
            inAllThreads(() -> {
                while (limiter.lease() == 0) {
                    leased.incrementAndGet();
                    limiter.answered(now.get(), now.get());
                }
            });
            assertThat(leased.get()).isEqualTo(LIMIT);
            now.addAndGet(1000);
        }
    }

    private void settle(int turn) {
        switch (turn % 3) {
            case 0 -> limiter.notSent();
            case 1 -> limiter.unanswered(now.get(), now.get());
            default -> limiter.answered(now.get(), now.get());
        }
    }

    private void inAllThreads(Runnable work) throws Exception {
        var running = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(work))
                .toList();
        for (var one : running) {
            one.get();
        }
    }
}
