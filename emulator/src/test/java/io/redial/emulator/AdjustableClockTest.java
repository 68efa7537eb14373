package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustableClockTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ManualClock base = new ManualClock(START);
    private final AdjustableClock clock = new AdjustableClock(base);
    private final List<String> log = new ArrayList<>();

    @Test
    void runsAtItsSpeedAndNeverBackwards() {
        assertThat(elapsedMillis()).isZero();
        base.advance(Duration.ofSeconds(1));
        assertThat(elapsedMillis()).isEqualTo(1_000);
        clock.setSpeed(60);
        base.advance(Duration.ofSeconds(1));
        assertThat(elapsedMillis()).isEqualTo(61_000);
        clock.setSpeed(0.5);
        base.advance(Duration.ofSeconds(1));
        assertThat(elapsedMillis()).isEqualTo(61_500);
        clock.setSpeed(0);
        base.advance(Duration.ofHours(1));
        assertThat(elapsedMillis()).isEqualTo(61_500);
        clock.advance(Duration.ofSeconds(10));
        assertThat(elapsedMillis()).isEqualTo(71_500);
        clock.setSpeed(1);
        clock.advance(Duration.ofSeconds(10));
        base.advance(Duration.ofSeconds(1));
        assertThat(elapsedMillis()).isEqualTo(82_500);
    }

    @Test
    void pendingTimers_followTheNewSpeed() {
        schedule(1_000, "a");
        schedule(61_000, "b");
        schedule(62_000, "c");
        base.advance(Duration.ofMillis(999));
        assertThat(log).isEmpty();
        base.advance(Duration.ofMillis(1));
        assertThat(log).containsExactly("a@1000");
        clock.setSpeed(60);
        base.advance(Duration.ofMillis(999));
        assertThat(log).hasSize(1);
        base.advance(Duration.ofMillis(1));
        assertThat(log).containsExactly("a@1000", "b@61000");
        clock.setSpeed(0);
        base.advance(Duration.ofDays(1));
        assertThat(log).hasSize(2);
        clock.setSpeed(0.1);
        base.advance(Duration.ofMillis(9_999));
        assertThat(log).hasSize(2);
        base.advance(Duration.ofMillis(1));
        assertThat(log).containsExactly("a@1000", "b@61000", "c@62000");
        assertThat(clock.pendingTimerCount()).isZero();
        assertThat(base.pendingTimerCount()).isZero();
    }

    @Test
    void advance_runsDueTimersInOrderAtTheirTimes() {
        clock.setSpeed(0);
        schedule(30, "c");
        schedule(10, "a");
        schedule(10, "b");
        clock.schedule(Duration.ofMillis(20), () -> schedule(25, "nested"));
        clock.advance(Duration.ofMillis(29));
        assertThat(log).containsExactly("a@10", "b@10", "nested@25");
        assertThat(base.pendingTimerCount()).isZero();
    }

    @Test
    void laterTimer_doesNotDelayAnEarlierOne() {
        schedule(1_000, "later");
        schedule(10, "earlier");
        base.advance(Duration.ofMillis(10));
        assertThat(log).containsExactly("earlier@10");
    }

    @Test
    void cancelledTimers_leaveNothingPending() {
        var one = schedule(1_000, "a");
        var other = schedule(10, "b");
        other.cancel();
        one.cancel();
        assertThat(clock.pendingTimerCount()).isZero();
        assertThat(base.pendingTimerCount()).isZero();
        base.advance(Duration.ofHours(1));
        assertThat(log).isEmpty();
    }

    @Test
    void concurrentReaders_neverSeeTimeGoBackwards() {
        var real = new AdjustableClock(EmulatorClock.system());
        var done = new AtomicBoolean();
        var looking = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    var last = real.nanos();
                    while (!done.get()) {
                        var now = real.nanos();
                        if (now < last) {
                            return last - now;
                        }
                        last = now;
                    }
                    return 0L;
                }))
                .limit(2)
                .toList();
        for (var i = 0; i < 100_000; i++) {
            real.setSpeed(i % 2 == 0 ? 10_000 : 1);
        }
        done.set(true);
        assertThat(looking.stream().map(CompletableFuture::join)).containsOnly(0L);
    }

    @Test
    void realTime_triggersTimers() {
        var real = EmulatorClock.adjustable();
        var rung = new CompletableFuture<Void>();
        real.setSpeed(0);
        real.schedule(Duration.ofHours(1), () -> rung.complete(null));
        assertThat(rung).isNotDone();
        real.setSpeed(10_000);
        assertThat(rung).succeedsWithin(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 10_001, Double.NaN, Double.POSITIVE_INFINITY})
    void invalidSpeeds_areRejected(double speed) {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.setSpeed(speed));
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void invalidSteps_areRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofDays(3_651)));
        for (var i = 0; i < 17; i++) {
            clock.advance(Duration.ofDays(3_650));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofDays(3_650)));
    }

    @Test
    void drivesTasksQuotasAndLatencyButNotSignatures() {
        try (var emulator = CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .taskDuration(Duration.ofMinutes(10), Duration.ofMinutes(10))
                .build())) {
            var caller = new Api3TestClient(emulator, base::millis);
            var console = new InstanceInspector(caller);
            var id = console.newestInstance();
            clock.setSpeed(1_000);
            var task = console.call("ClearInstance", id).path("TaskId").longValue();
            base.advance(Duration.ofMillis(599));
            assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("running");
            base.advance(Duration.ofMillis(1));
            assertThat(console.taskInfo(task).path("Status").asText()).isEqualTo("succeed");

            emulator.setQuota("DescribeProductInfo", 1);
            assertThat(caller.errorCode("DescribeProductInfo", "{}")).isEmpty();
            assertThat(caller.errorCode("DescribeProductInfo", "{}")).isEqualTo("RequestLimitExceeded");
            base.advance(Duration.ofMillis(1));
            assertThat(caller.errorCode("DescribeProductInfo", "{}")).isEmpty();

            emulator.addFault(FaultRule.next(1, Fault.delayRequest(Duration.ofHours(1))));
            var late = caller.request("DescribeInstances").exchangeInProcess().toFuture();
            base.advance(Duration.ofMillis(3_600));
            assertThat(late).isDone();

            clock.advance(Duration.ofDays(1));
            var answer = caller.request("DescribeInstances").exchange();
            assertThat(answer.body()).contains("TotalCount");
            assertThat(answer.headers().firstValue("date")).contains("Sun, 1 Mar 2026 00:00:04 GMT");
            assertThat(new Api3TestClient(emulator, clock::millis).errorCode("DescribeInstances", "{}"))
                    .isEqualTo("AuthFailure.SignatureExpire");
        }
    }

    private EmulatorClock.Timer schedule(long millis, String name) {
        var due = Duration.ofMillis(millis - elapsedMillis());
        return clock.schedule(due, () -> log.add(name + "@" + elapsedMillis()));
    }

    private long elapsedMillis() {
        return clock.millis() - START.toEpochMilli();
    }
}
