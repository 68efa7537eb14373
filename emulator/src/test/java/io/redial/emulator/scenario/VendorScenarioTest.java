package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Catalog;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.QuotaMode;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's own SDK lives through a whole story with the emulator, in every way in which it can call. */
class VendorScenarioTest {
    private final StoryClock clock = new StoryClock();
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .https()
            .clock(clock)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<Way> ways() {
        return Stream.of("http://", "https://")
                .flatMap(protocol -> Stream.of(
                                ClientProfile.SIGN_TC3_256, ClientProfile.SIGN_SHA256, ClientProfile.SIGN_SHA1)
                        .flatMap(sign -> Stream.of("POST", "GET").map(method -> new Way(protocol, sign, method))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aStoryIsToldToItsEnd(Way way) throws TencentCloudSDKException {
        var customer = new Customer(way.to(emulator), clock);
        new Story(customer, customer.eldest()).tell();
        assertThat(Catalog.tencentRedis().actions().stream()
                        .map(ActionSpec::name)
                        .filter(action -> emulator.calls(action) > 0))
                .hasSizeGreaterThanOrEqualTo(90);
    }
}
