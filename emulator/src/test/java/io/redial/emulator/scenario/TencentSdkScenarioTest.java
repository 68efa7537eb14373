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
class TencentSdkScenarioTest {
    private final ScenarioClock clock = new ScenarioClock();
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .https()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());

    @AfterEach
    void stop() {
        emulator.close();
    }

    static Stream<SdkProfile> profiles() {
        return Stream.of("http://", "https://")
                .flatMap(protocol -> Stream.of(
                                ClientProfile.SIGN_TC3_256, ClientProfile.SIGN_SHA256, ClientProfile.SIGN_SHA1)
                        .flatMap(sign ->
                                Stream.of("POST", "GET").map(method -> new SdkProfile(protocol, sign, method))));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfile_completesTheScenario(SdkProfile way) throws TencentCloudSDKException {
        var customer = new ScenarioContext(way.connect(emulator), clock);
        new LifecycleScenario(customer, customer.oldestInstance()).run();
        assertThat(Catalog.tencentRedis().actions().stream()
                        .map(ActionSpec::name)
                        .filter(action -> emulator.callCount(action) > 0))
                .hasSizeGreaterThanOrEqualTo(90);
    }
}
