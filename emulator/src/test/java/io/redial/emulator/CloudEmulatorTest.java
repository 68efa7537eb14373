package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CloudEmulatorTest {

    @Test
    void whatCloseLeavesBehindIsNothing() {
        var emulator = CloudEmulator.start(EmulatorOptions.defaults());
        var port = emulator.endpoint().getPort();
        emulator.close();
        emulator.close();
        Assertions.assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
        Deadline.poll(
                () -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("redial-emulator"))
                        .count(),
                threads -> threads == 0);
    }

    @Test
    void twoCloudsShareNothing() {
        try (var one = CloudEmulator.start(EmulatorOptions.defaults());
                var other = CloudEmulator.start(EmulatorOptions.defaults())) {
            new CloudCaller(one, EmulatorClock.system()::millis).call("DescribeInstances", "{}");
            assertThat(one.calls()).isEqualTo(1);
            assertThat(other.calls()).isZero();
            assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
        }
    }

    @Test
    void unknownNamesCountNothing() {
        try (var emulator = CloudEmulator.start(EmulatorOptions.defaults())) {
            assertThat(emulator.calls("DescribeNothing")).isZero();
            assertThat(emulator.refusals("DescribeNothing")).isZero();
            assertThat(emulator.upgrades("crs-nothing")).isZero();
        }
    }

    @Test
    void wrongOptionsAreFoundBeforeAnythingStarts() {
        var options = EmulatorOptions.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> options.port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.instances(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.taskDuration(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> options.latency(Duration.ZERO, Duration.ofDays(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> options.credentials("", "key"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloudEmulator.start(options.region("moon").build()));
    }

    @Test
    void theSecretKeyIsNotPrinted() {
        assertThat(EmulatorOptions.builder()
                        .credentials("AKIDmine", "mine-alone")
                        .build()
                        .toString())
                .contains("AKIDmine")
                .doesNotContain("mine-alone");
    }
}
