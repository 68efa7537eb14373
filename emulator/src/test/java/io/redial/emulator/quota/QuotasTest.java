package io.redial.emulator.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.catalog.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Quotas quotas = new Quotas(
            period -> QuotaRule.sliding(period.toNanos()),
            nanos::get,
            Map.of(
                    "Read",
                    new Rate(2, SECOND),
                    "Write",
                    new Rate(1, SECOND),
                    "Slow",
                    new Rate(1, SECOND.multipliedBy(60))));

    @Test
    void countsByActionAndHostAndAccount() {
        assertThat(quotas.exceeded("Write", "a", "x")).isZero();
        assertThat(quotas.exceeded("Write", "a", "x")).isEqualTo(1);
        assertThat(quotas.exceeded("Write", "b", "x")).isZero();
        assertThat(quotas.exceeded("Write", "a", "y")).isZero();
        assertThat(quotas.exceeded("Read", "a", "x")).isZero();
        nanos.set(1_000_000_000);
        assertThat(quotas.exceeded("Write", "a", "x")).isZero();
    }

    @Test
    void eachActionHasItsOwnPeriod() {
        assertThat(quotas.exceeded("Slow", "a", "x")).isZero();
        nanos.set(59_999_999_999L);
        assertThat(quotas.exceeded("Slow", "a", "x")).isEqualTo(1);
        quotas.limit("Slow", 2);
        assertThat(quotas.exceeded("Slow", "a", "x")).isZero();
        nanos.set(60_000_000_000L);
        assertThat(quotas.exceeded("Slow", "a", "x")).isZero();
        assertThat(quotas.exceeded("Slow", "a", "x")).isEqualTo(2);
    }

    @Test
    void aLimitCanBeChanged() {
        quotas.limit("Write", 3);
        for (var i = 0; i < 3; i++) {
            assertThat(quotas.exceeded("Write", "a", "x")).isZero();
        }
        assertThat(quotas.exceeded("Write", "a", "x")).isEqualTo(3);
    }

    @Test
    void aWrongLimitIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.limit("Nothing", 3));
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.limit("Read", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.limit("Read", 1_000_001));
    }

    @Test
    void inventedHostsDoNotPileUp() {
        assertThat(quotas.exceeded("Write", "first", "x")).isZero();
        for (var i = 0; i < 5000; i++) {
            quotas.exceeded("Write", "host-" + i, "x");
        }
        assertThat(quotas.exceeded("Write", "first", "x")).isZero();
    }
}
