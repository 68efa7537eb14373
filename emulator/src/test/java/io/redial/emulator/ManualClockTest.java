package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private final ManualClock clock = new ManualClock(Instant.ofEpochMilli(1000));
    private final List<String> log = new ArrayList<>();

    @Test
    void advance_runsDueTimersInOrder() {
        schedule(30, "c");
        schedule(10, "a");
        schedule(10, "b");
        clock.schedule(Duration.ofMillis(20), () -> schedule(5, "nested"));
        clock.advance(Duration.ofMillis(9));
        assertThat(log).isEmpty();
        clock.advance(Duration.ofMillis(20));
        assertThat(log).containsExactly("a@1010", "b@1010", "nested@1025");
        assertThat(clock.millis()).isEqualTo(1029);
        assertThat(clock.pendingTimerCount()).isEqualTo(1);
    }

    @Test
    void cancelledTimer_doesNotRun() {
        schedule(10, "a").cancel();
        clock.advance(Duration.ofSeconds(1));
        assertThat(log).isEmpty();
        assertThat(clock.pendingTimerCount()).isZero();
    }

    @Test
    void negativeStep_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
    }

    private EmulatorClock.Timer schedule(long millis, String name) {
        return clock.schedule(Duration.ofMillis(millis), () -> log.add(name + "@" + clock.millis()));
    }
}
