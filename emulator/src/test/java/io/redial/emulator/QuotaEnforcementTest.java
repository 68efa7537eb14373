package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sees of the quotas; how they count is said in the tests of the rules. */
class QuotaEnforcementTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private CloudEmulator emulator = start(QuotaMode.SLIDING);
    private Api3TestClient client = new Api3TestClient(emulator, clock::millis);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeInstances, 35",
        "DescribeTaskList, 100",
        "DescribeInstanceBackups, 50",
        "DescribeProductInfo, 20",
    })
    void action_hasItsDocumentedQuota(String action, int permits) {
        assertThat(admitted(action, permits + 5)).isEqualTo(permits);
        assertThat(emulator.callCount(action)).isEqualTo(permits + 5);
        assertThat(emulator.throttledCount(action)).isEqualTo(5);
        assertThat(emulator.throttledCount()).isEqualTo(5);
        clock.advance(Duration.ofMillis(999));
        assertThat(admitted(action, 1)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(admitted(action, 1)).isEqualTo(1);
    }

    @Test
    void throttlingError_containsBothNumbers() {
        admitted("DescribeProductInfo", 20);
        var error = client.call("DescribeProductInfo", "{}").path("Error");
        assertThat(error.path("Code").asText()).isEqualTo("RequestLimitExceeded");
        assertThat(error.path("Message").asText())
                .isEqualTo("Your current request times equals to `21` in a second, which exceeds the frequency limit"
                        + " `20` for a second. Please reduce the frequency of calls.");
    }

    @Test
    void actions_haveSeparateQuotas() {
        admitted("DescribeProductInfo", 20);
        assertThat(admitted("DescribeInstances", 35)).isEqualTo(35);
    }

    @Test
    void requestWithInvalidSignature_isNotCounted() {
        for (var i = 0; i < 30; i++) {
            client.request("DescribeProductInfo")
                    .credentials(emulator.secretId(), "wrong")
                    .send();
        }
        assertThat(admitted("DescribeProductInfo", 20)).isEqualTo(20);
        assertThat(emulator.callCount()).isEqualTo(50);
        assertThat(emulator.throttledCount()).isZero();
    }

    @Test
    void requestWithInvalidParameter_isCounted() {
        for (var i = 0; i < 20; i++) {
            assertThat(client.errorCode("DescribeProductInfo", "{\"Nothing\":1}"))
                    .isEqualTo("UnknownParameter");
        }
        assertThat(admitted("DescribeProductInfo", 1)).isZero();
    }

    @Test
    void quota_isChangedAtRuntime() {
        emulator.setQuota("DescribeProductInfo", 3);
        assertThat(admitted("DescribeProductInfo", 20)).isEqualTo(3);
        emulator.setQuota("DescribeProductInfo", 5);
        assertThat(admitted("DescribeProductInfo", 20)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.setQuota("DescribeNothing", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.setQuota("DescribeInstances", 0));
    }

    @ParameterizedTest
    @CsvSource({"SLIDING, 20, 0", "FIXED, 20, 20", "BUCKET, 20, 10", "OFF, 40, 40"})
    void quotaMode_isConfigurable(QuotaMode mode, int atFirst, int halfASecondLater) {
        emulator.close();
        clock.advance(Duration.ofMillis(500));
        emulator = start(mode);
        client = new Api3TestClient(emulator, clock::millis);
        assertThat(admitted("DescribeProductInfo", 40)).isEqualTo(atFirst);
        clock.advance(Duration.ofMillis(500));
        assertThat(admitted("DescribeProductInfo", 40)).isEqualTo(halfASecondLater);
    }

    @ParameterizedTest
    @CsvSource({"SLIDING, 20, 0", "FIXED, 20, 20", "BUCKET, 20, 10", "OFF, 40, 40"})
    void quotaMode_isChangedAtRuntime(QuotaMode mode, int atFirst, int halfASecondLater) {
        assertThat(emulator.quotaMode()).isEqualTo(QuotaMode.SLIDING);
        clock.advance(Duration.ofMillis(500));
        assertThat(admitted("DescribeProductInfo", 40)).isEqualTo(20);
        emulator.quota(mode);
        assertThat(emulator.quotaMode()).isEqualTo(mode);
        assertThat(admitted("DescribeProductInfo", 40)).isEqualTo(atFirst);
        clock.advance(Duration.ofMillis(500));
        assertThat(admitted("DescribeProductInfo", 40)).isEqualTo(halfASecondLater);
    }

    @Test
    void changedQuota_survivesAModeChange() {
        emulator.setQuota("DescribeProductInfo", 3);
        emulator.quota(QuotaMode.FIXED);
        assertThat(emulator.quota("DescribeProductInfo")).isEqualTo(3);
        assertThat(emulator.quota("DescribeInstances")).isEqualTo(35);
        assertThat(admitted("DescribeProductInfo", 20)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.quota("DescribeNothing"));
    }

    @Test
    void hosts_haveSeparateQuotas() {
        emulator.setQuota("DescribeProductInfo", 1);
        var hosts = List.of("redis.tencentcloudapi.com", "redis.ap-tokyo.tencentcloudapi.com");
        for (var host : hosts) {
            assertThat(code(host)).isEmpty();
            assertThat(code(host)).isEqualTo("RequestLimitExceeded");
        }
        assertThat(client.errorCode("DescribeProductInfo", "{}")).isEmpty();
    }

    @Test
    void actions_areListedByName() {
        assertThat(emulator.actions())
                .contains("DescribeInstances", "v2.UpgradeRedis", "alibaba.ModifyInstanceSpec")
                .allSatisfy(action -> assertThat(emulator.quota(action)).isPositive());
    }

    private String code(String host) {
        return Api3TestClient.errorCode(CloudEmulatorExchangeTest.completedValue(
                client.request("DescribeProductInfo").host(host).exchangeInProcess()));
    }

    private CloudEmulator start(QuotaMode mode) {
        return CloudEmulator.start(
                EmulatorOptions.builder().clock(clock).quotaMode(mode).build());
    }

    private long admitted(String action, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> client.errorCode(action, "{}").isEmpty())
                .count();
    }
}
