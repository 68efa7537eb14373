package io.redial.emulator.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Quotas quotas =
            new Quotas(QuotaRule.sliding(1_000_000_000), nanos::get, Map.of("Read", 2, "Write", 1));

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
