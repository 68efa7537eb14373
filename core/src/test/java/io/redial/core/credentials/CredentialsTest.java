package io.redial.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.error.CredentialsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Test
    void theTextFormShowsNoSecret() {
        assertThat(Credentials.of("AKID1", "hush", "quiet"))
                .hasToString("Credentials{secretId=AKID1, secretKey=***, token=***}");
        assertThat(Credentials.of("AKID1", "hush", "quiet").until(Instant.EPOCH))
                .hasToString("Credentials{secretId=AKID1, secretKey=***, token=***, expires=1970-01-01T00:00:00Z}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "key\n", "\tkey"})
    void aBadlyCopiedKeyIsRefusedWithoutBeingShown(String key) {
        assertThatThrownBy(() -> Credentials.of("AKID1", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("secretKey (is empty|begins or ends with a blank)");
    }

    @Test
    void theEnvironmentGivesAPermanentPair() {
        var provider = CredentialsProvider.environment(
                Map.of("TENCENTCLOUD_SECRET_ID", "AKID1", "TENCENTCLOUD_SECRET_KEY", "hush\n"));

        assertThat(provider.resolve().toCompletableFuture()).isCompletedWithValue(Credentials.of("AKID1", "hush"));
    }

    @Test
    void theEnvironmentGivesATemporaryPair() {
        var provider = CredentialsProvider.environment(Map.of(
                "TENCENTCLOUD_SECRET_ID", "AKID1",
                "TENCENTCLOUD_SECRET_KEY", "hush",
                "TENCENTCLOUD_TOKEN", "quiet"));

        assertThat(provider.resolve().toCompletableFuture())
                .isCompletedWithValue(Credentials.of("AKID1", "hush", "quiet"));
    }

    @Test
    void keysThatEndAreNotThoseThatDoNot() {
        var keys = Credentials.of("AKID1", "hush", "quiet");

        assertThat(keys.expires()).isNull();
        assertThat(keys.until(Instant.EPOCH).expires()).isEqualTo(Instant.EPOCH);
        assertThat(keys.until(Instant.EPOCH))
                .isEqualTo(keys.until(Instant.EPOCH))
                .isNotEqualTo(keys);
    }

    @Test
    void theEnvironmentOfAlibabaHasNamesOfItsOwn() {
        var variables = Map.of(
                "ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI1",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hush",
                "ALIBABA_CLOUD_SECURITY_TOKEN", "quiet");

        assertThat(CredentialsProvider.alibabaEnvironment(variables).resolve().toCompletableFuture())
                .isCompletedWithValue(Credentials.of("LTAI1", "hush", "quiet"));
        assertThat(CredentialsProvider.environment(variables).resolve().toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void whatIsMissingIsNamedWithAllThatWasLookedAt() {
        var provider = CredentialsProvider.environment(Map.of("TENCENTCLOUD_SECRET_ID", "AKID1"));

        assertThat(provider.resolve().toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(CredentialsException.class)
                .withMessageContaining("TENCENTCLOUD_SECRET_ID is set, TENCENTCLOUD_SECRET_KEY is not set, "
                        + "TENCENTCLOUD_TOKEN is not set (needed for temporary keys only)");
    }
}
