package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CloudEmulatorLifecycleTest {

    @Test
    void close_releasesThePortAndAllThreads() {
        var emulator = CloudEmulator.start(EmulatorOptions.defaults());
        var port = emulator.endpoint().getPort();
        emulator.close();
        emulator.close();
        Assertions.assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket("127.0.0.1", port).close());
        Await.until(
                () -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("redial-emulator"))
                        .count(),
                threads -> threads == 0);
    }

    @Test
    void twoEmulators_shareNothing() {
        try (var one = CloudEmulator.start(EmulatorOptions.defaults());
                var other = CloudEmulator.start(EmulatorOptions.defaults())) {
            new Api3TestClient(one, EmulatorClock.system()::millis).call("DescribeInstances", "{}");
            assertThat(one.callCount()).isEqualTo(1);
            assertThat(other.callCount()).isZero();
            assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
        }
    }

    @Test
    void unknownNames_haveZeroCounts() {
        try (var emulator = CloudEmulator.start(EmulatorOptions.defaults())) {
            assertThat(emulator.callCount("DescribeNothing")).isZero();
            assertThat(emulator.throttledCount("DescribeNothing")).isZero();
            assertThat(emulator.acceptedUpgradeCount("crs-nothing")).isZero();
        }
    }

    @Test
    void invalidOptions_areRejectedBeforeStart() {
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
    void toString_omitsTheSecretKey() {
        assertThat(EmulatorOptions.builder()
                        .credentials("AKIDmine", "mine-alone")
                        .build()
                        .toString())
                .contains("AKIDmine")
                .doesNotContain("mine-alone");
    }
}
