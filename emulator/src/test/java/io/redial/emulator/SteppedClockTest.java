package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppedClockTest {
    private final SteppedClock clock = new SteppedClock(Instant.ofEpochMilli(1000));
    private final List<String> log = new ArrayList<>();

    @Test
    void runsWhatIsDueInOrderAndAtItsTime() {
        schedule(30, "c");
        schedule(10, "a");
        schedule(10, "b");
        clock.schedule(Duration.ofMillis(20), () -> schedule(5, "nested"));
        clock.advance(Duration.ofMillis(9));
        assertThat(log).isEmpty();
        clock.advance(Duration.ofMillis(20));
        assertThat(log).containsExactly("a@1010", "b@1010", "nested@1025");
        assertThat(clock.millis()).isEqualTo(1029);
        assertThat(clock.waiting()).isEqualTo(1);
    }

    @Test
    void doesNotRunWhatWasCalledOff() {
        schedule(10, "a").cancel();
        clock.advance(Duration.ofSeconds(1));
        assertThat(log).isEmpty();
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
    }

    private EmulatorClock.Timer schedule(long millis, String name) {
        return clock.schedule(Duration.ofMillis(millis), () -> log.add(name + "@" + clock.millis()));
    }
}
