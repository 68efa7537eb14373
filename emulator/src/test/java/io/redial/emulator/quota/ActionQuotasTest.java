package io.redial.emulator.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redial.catalog.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ActionQuotasTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final ActionQuotas quotas = new ActionQuotas(
            period -> QuotaCounter.sliding(period.toNanos()),
            nanos::get,
            Map.of(
                    "Read",
                    new Rate(2, SECOND),
                    "Write",
                    new Rate(1, SECOND),
                    "Slow",
                    new Rate(1, SECOND.multipliedBy(60))));

    @Test
    void countsPerActionHostAndAccount() {
        assertThat(quotas.exceededLimit("Write", "a", "x")).isZero();
        assertThat(quotas.exceededLimit("Write", "a", "x")).isEqualTo(1);
        assertThat(quotas.exceededLimit("Write", "b", "x")).isZero();
        assertThat(quotas.exceededLimit("Write", "a", "y")).isZero();
        assertThat(quotas.exceededLimit("Read", "a", "x")).isZero();
        nanos.set(1_000_000_000);
        assertThat(quotas.exceededLimit("Write", "a", "x")).isZero();
    }

    @Test
    void eachActionHasItsOwnPeriod() {
        assertThat(quotas.exceededLimit("Slow", "a", "x")).isZero();
        nanos.set(59_999_999_999L);
        assertThat(quotas.exceededLimit("Slow", "a", "x")).isEqualTo(1);
        quotas.setLimit("Slow", 2);
        assertThat(quotas.exceededLimit("Slow", "a", "x")).isZero();
        nanos.set(60_000_000_000L);
        assertThat(quotas.exceededLimit("Slow", "a", "x")).isZero();
        assertThat(quotas.exceededLimit("Slow", "a", "x")).isEqualTo(2);
    }

    @Test
    void limit_isChanged() {
        quotas.setLimit("Write", 3);
        for (var i = 0; i < 3; i++) {
            assertThat(quotas.exceededLimit("Write", "a", "x")).isZero();
        }
        assertThat(quotas.exceededLimit("Write", "a", "x")).isEqualTo(3);
    }

    @Test
    void invalidLimit_isRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.setLimit("Nothing", 3));
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.setLimit("Read", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> quotas.setLimit("Read", 1_000_001));
    }

    @Test
    void countersOfManyHosts_areEvicted() {
        assertThat(quotas.exceededLimit("Write", "first", "x")).isZero();
        for (var i = 0; i < 5000; i++) {
            quotas.exceededLimit("Write", "host-" + i, "x");
        }
        assertThat(quotas.exceededLimit("Write", "first", "x")).isZero();
    }
}
