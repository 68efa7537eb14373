package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.credentials.Credentials;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TencentRedisBuilderTest {

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> TencentRedis.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a client needs credentials and a region; missing: credentials, region");
        assertThatThrownBy(() -> TencentRedis.builder()
                        .credentials(Credentials.of("id", "key"))
                        .build())
                .hasMessage("a client needs credentials and a region; missing: region");
    }

    @Test
    void theCommonHostIsCalledOverHttps() {
        assertThat(builder(Region.AP_SINGAPORE).config().target().endpoint())
                .isEqualTo(URI.create("https://redis.intl.tencentcloudapi.com"));
    }

    @Test
    void aFinancialRegionIsCalledOnItsOwnHost() {
        assertThat(builder(Region.AP_SHANGHAI_FSI).config().target().endpoint())
                .isEqualTo(URI.create("https://redis.ap-shanghai-fsi.tencentcloudapi.com"));
    }

    @Test
    void aFinancialRegionIsNotCalledOnTheCommonHost() {
        assertThatThrownBy(() -> builder(Region.AP_SHENZHEN_FSI)
                        .endpoint(URI.create("https://redis.intl.tencentcloudapi.com"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is cut off from redis.intl.tencentcloudapi.com")
                .hasMessageContaining("https://redis.ap-shenzhen-fsi.tencentcloudapi.com");
    }

    @Test
    void anEndpointWithoutASchemeIsRefused() {
        assertThatThrownBy(() -> builder(Region.AP_GUANGZHOU)
                        .endpoint(URI.create("redis.intl.tencentcloudapi.com"))
                        .build())
                .hasMessageContaining("is no endpoint; one reads like https://");
    }

    @Test
    void nothingIsUnbounded() {
        assertThatThrownBy(() -> TencentRedis.builder().deadline(Duration.ZERO))
                .hasMessage("deadline is longer than zero, not PT0S");
        assertThatThrownBy(() -> TencentRedis.builder().attemptTimeout(Duration.ofSeconds(-1)))
                .hasMessageStartingWith("attemptTimeout");
        assertThatThrownBy(() -> TencentRedis.builder().maxAttempts(0)).hasMessage("maxAttempts is at least 1, not 0");
    }

    private static TencentRedisBuilder builder(Region region) {
        return TencentRedis.builder().credentials(Credentials.of("id", "key")).region(region);
    }
}
