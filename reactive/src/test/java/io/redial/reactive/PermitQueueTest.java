package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import io.redial.core.error.CallSite;
import io.redial.ratelimit.LeaseWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Waiting in virtual time. Every permit here is answered at once, so it comes home a second and 5 ms later. */
class PermitQueueTest {
    private static final CallSite CALL = new CallSite("DescribeTaskInfo", "ap-guangzhou", "redis.example.com");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final PermitQueue queue = new PermitQueue(window(20), 100_000, time);
    private final List<Integer> served = new ArrayList<>();

    @Test
    void theFirstTwentyLeaveAtOnceAndTheOthersInOrderAtTheRate() {
        ask(0, 60);
        assertThat(served).hasSize(20);

        time.advanceTimeBy(Duration.ofMillis(1_004));
        assertThat(served).hasSize(20);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(served).hasSize(40);
        time.advanceTimeBy(Duration.ofMillis(1_005));

        assertThat(served).hasSize(60).isSorted();
    }

    @Test
    void whoeverIsCancelledLeavesNothingBehind() {
        var calls = ask(0, 10_020);
        calls.subList(20, 9_020).forEach(Disposable::dispose);

        time.advanceTimeBy(Duration.ofMinutes(2));

        assertThat(served).hasSize(1_020);
        ask(20_000, 20);
        assertThat(served).as("all permits are at home again").hasSize(1_040);
    }

    @Test
    void aPermitThatWasNotUsedServesTheNextAtOnce() {
        ask(0, 19);
        var unused = new ArrayList<Permit>();
        queue.permit(CALL).subscribe(unused::add);
        ask(19, 1);
        assertThat(served).hasSize(19);

        unused.get(0).notSent();

        assertThat(served).hasSize(20);
    }

    @Test
    void whoeverGivesUpInTimeIsNotServedLater() {
        ask(0, 20);
        var gaveUp = new AtomicInteger();
        queue.permit(CALL)
                .timeout(Duration.ofMillis(500), Mono.empty(), time)
                .doOnSuccess(permit -> gaveUp.incrementAndGet())
                .subscribe();
        ask(20, 1);

        time.advanceTimeBy(Duration.ofMillis(500));
        assertThat(gaveUp).hasValue(1);
        time.advanceTimeBy(Duration.ofMillis(505));

        assertThat(served).hasSize(21);
    }

    @Test
    void nobodyIsLostWhenManyThreadsComeAndGo() throws InterruptedException {
        var real = new PermitQueue(
                new LeaseWindow(new Rate(1_000, Duration.ofMillis(20)), Duration.ZERO), 100_000, Schedulers.parallel());
        var done = new CountDownLatch(4_000);

        Flux.range(0, 8_000)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .doOnNext(i -> {
                    var call = real.permit(CALL).subscribe(permit -> {
                        permit.notSent();
                        if (i % 2 == 0) {
                            done.countDown();
                        }
                    });
                    if (i % 2 == 1) {
                        call.dispose();
                    }
                })
                .subscribe();

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private List<Disposable> ask(int first, int count) {
        var calls = new ArrayList<Disposable>();
        for (var i = first; i < first + count; i++) {
            var number = i;
            calls.add(queue.permit(CALL).subscribe(permit -> {
                served.add(number);
                permit.answered(time.now(NANOSECONDS), time.now(NANOSECONDS));
            }));
        }
        return calls;
    }

    private static LeaseWindow window(int permits) {
        return new LeaseWindow(Rate.perSecond(permits), Duration.ofMillis(5));
    }
}
