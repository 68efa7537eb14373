package io.redial.reactive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.Rate;
import io.redial.core.protocol.Target;
import io.redial.ratelimit.LeaseLimiter;
import io.redial.ratelimit.QuotaLimiter;
import io.redial.tencent.redis.DescribeTaskInfoRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Waiting in virtual time. Every permit here is answered at once, so it comes home a second and 5 ms later. */
class PermitQueueTest {
    private static final Call<?> CALL = Call.first(
            DescribeTaskInfoRequest.of(1),
            new Target(URI.create("https://redis.example.com"), "ap-guangzhou"),
            Lane.INTERACTIVE);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final PermitQueue queue = new PermitQueue(limiter(20, time), 100_000, time);
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
        permit(Lane.INTERACTIVE).subscribe(unused::add);
        ask(19, 1);
        assertThat(served).hasSize(19);

        unused.get(0).settle(again(), 0);

        assertThat(served).hasSize(20);
    }

    @Test
    void interactiveCallsGoFirstAndBulkKeepsAShare() {
        ask(0, 20);
        var order = new ArrayList<String>();
        for (var i = 0; i < 30; i++) {
            permit(Lane.BULK).subscribe(permit -> {
                order.add("bulk");
                answered(permit);
            });
        }
        for (var i = 0; i < 12; i++) {
            permit(Lane.INTERACTIVE).subscribe(permit -> {
                order.add("person");
                answered(permit);
            });
        }

        time.advanceTimeBy(Duration.ofMillis(1_005));

        assertThat(order)
                .startsWith(
                        "person", "person", "person", "person", "bulk", "person", "person", "person", "person", "bulk")
                .hasSize(20);
        assertThat(order.stream().filter("person"::equals)).hasSize(12);
    }

    @Test
    void someoneInteractiveLeavesNextHoweverManyBulkCallsWait() {
        ask(0, 20);
        for (var i = 0; i < 100_000 - 1; i++) {
            permit(Lane.BULK).subscribe();
        }
        var person = new ArrayList<Permit>();
        permit(Lane.INTERACTIVE).subscribe(person::add);

        time.advanceTimeBy(Duration.ofMillis(1_005));

        assertThat(person).hasSize(1);
    }

    @Test
    void oneTimerServesAllWhoWait() {
        var counting = new CountingScheduler(time);
        var counted = new PermitQueue(limiter(20, time), 100_000, counting);
        for (var i = 0; i < 1_000; i++) {
            counted.permit(CALL, i % 2 == 0 ? Lane.BULK : Lane.INTERACTIVE).subscribe(this::answered);
        }
        for (var second = 0; second < 30; second++) {
            assertThat(counting.timers()).isOne();
            time.advanceTimeBy(Duration.ofSeconds(1));
        }
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(counting.timers()).as("nobody waits any more").isZero();
    }

    @Test
    void whoeverGivesUpInTimeIsNotServedLater() {
        ask(0, 20);
        var gaveUp = new AtomicInteger();
        permit(Lane.INTERACTIVE)
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
        var real = new PermitQueue(limiter(1_000, Schedulers.parallel()), 100_000, Schedulers.parallel());
        var done = new CountDownLatch(4_000);

        Flux.range(0, 8_000)
                .parallel(4)
                .runOn(Schedulers.parallel())
                .doOnNext(i -> {
                    var call = real.permit(CALL, Lane.BULK).subscribe(permit -> {
                        permit.settle(again(), 0);
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
            calls.add(permit(Lane.INTERACTIVE).subscribe(permit -> {
                served.add(number);
                answered(permit);
            }));
        }
        return calls;
    }

    private Mono<Permit> permit(Lane lane) {
        return queue.permit(CALL, lane);
    }

    private void answered(Permit permit) {
        var call = again();
        call.sent(time.now(NANOSECONDS));
        call.answered(time.now(NANOSECONDS));
        permit.settle(call, time.now(NANOSECONDS));
    }

    private static Call<?> again() {
        return CALL.again();
    }

    private static QuotaLimiter limiter(int permits, Scheduler clock) {
        return new LeaseLimiter(
                "test", Map.of(), Rate.perSecond(permits), Duration.ofMillis(5), () -> clock.now(NANOSECONDS));
    }
}
