package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.core.credentials.CredentialsProvider;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stories of the two other APIs: on a cloud of their own, and on one that is named. */
class OtherApiCommandsTest {
    private static final Credentials DUMMY_CREDENTIALS = Credentials.of("id", "key");
    private static final String UNREACHABLE_ENDPOINT = "http://127.0.0.1:1";

    @Test
    void crsUpgrade_withoutEndpointUsesEmbeddedCloud() {
        var told = CommandResult.run(DUMMY_CREDENTIALS, "crs-upgrade");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.lines().get(1)).matches("crs-\\w{8} is to have \\d+ MB");
        assertThat(told.lines().get(2)).matches("following deal:\\d+/changed/crs-\\w{8}");
        assertThat(told.lastLine()).startsWith("succeeded, after ");
    }

    @Test
    void crsUpgrade_upgradesGivenInstance() {
        try (var cloud = cloud()) {
            var id = cloud.addInstance();

            var told = CommandResult.runOn(cloud, "crs-upgrade", id);

            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(told.lines()).first().asString().startsWith(id + " is to have ");
            assertThat(cloud.acceptedUpgradeCount(id)).isOne();
        }
    }

    @Test
    void crsUpgrade_failedOrderPrintsOneErrorLine() {
        try (var cloud = cloud()) {
            var id = cloud.addInstance();
            cloud.failNextTask(id, "sold out");

            var told = CommandResult.runOn(cloud, "crs-upgrade", id);

            assertThat(told.exitCode()).isOne();
            assertThat(told.err())
                    .startsWith("crs-upgrade: UpgradeRedis in ap-guangzhou was accepted, but its work failed: deal:")
                    .hasLineCount(1);
        }
    }

    @Test
    void crsUpgrade_rejectedRequestPrintsOneErrorLine() {
        try (var cloud = cloud()) {
            var told = CommandResult.runOn(cloud, "crs-upgrade", cloud.addInstance(), "--mem-size", "1000");

            assertThat(told.exitCode()).isOne();
            assertThat(told.err())
                    .startsWith("crs-upgrade: UpgradeRedis in ap-guangzhou was refused: 5100.InvalidMemSize")
                    .hasLineCount(1);
        }
    }

    @Test
    void crsUpgrade_unknownInstancePrintsOneErrorLine() {
        try (var cloud = cloud()) {
            var told = CommandResult.runOn(cloud, "crs-upgrade", "crs-nothing1");

            assertThat(told.exitCode()).isOne();
            assertThat(told.err())
                    .startsWith("crs-upgrade: there is no instance crs-nothing1 in ap-guangzhou")
                    .hasLineCount(1);
        }
    }

    @Test
    void aliyunResize_withoutEndpointUsesEmbeddedCloud() {
        var told = CommandResult.run(DUMMY_CREDENTIALS, "aliyun-resize");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.lines().get(1)).matches("r-\\w{8} is to be a redis.master.small.default");
        assertThat(told.lines().get(2)).matches("following instance:r-\\w{8}");
        assertThat(told.lastLine()).startsWith("succeeded, after ");
    }

    @Test
    void aliyunResize_resizesGivenInstance() {
        try (var cloud = cloud()) {
            var id = EmbeddedInstanceFinder.findWithoutShards(
                            CloudTarget.remote(cloud.endpoint(), Credentials.of(cloud.secretId(), cloud.secretKey())),
                            new CallCounter())
                    .block(Duration.ofSeconds(30));
            var ofApi3 = id.replace("r-", "crs-");
            cloud.setNextTaskOutcome(ofApi3, TaskOutcome.succeedsAfter(Duration.ofMillis(1500)));

            var told = CommandResult.runOn(cloud, "aliyun-resize", id, "redis.master.mid.default");

            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(told.lines())
                    .startsWith(id + " is to be a redis.master.mid.default", "following instance:" + id);
            assertThat(cloud.acceptedUpgradeCount(ofApi3)).isOne();
        }
    }

    @Test
    void aliyunResize_rejectedRequestPrintsOneErrorLine() {
        try (var cloud = cloud()) {
            var told = CommandResult.runOn(cloud, "aliyun-resize", "r-nothing1", "redis.master.mid.default");

            assertThat(told.exitCode()).isOne();
            assertThat(told.err())
                    .startsWith(
                            "aliyun-resize: ModifyInstanceSpec in cn-hangzhou was refused: InvalidInstanceId.NotFound: ")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "crs-upgrade, name the instance: none is picked behind --endpoint",
        "aliyun-resize, name the instance and its class: none is picked behind --endpoint",
        "aliyun-resize r-1, name the instance and its class: none is picked behind --endpoint",
    })
    void givenEndpoint_requiresInstanceId(String story, String message) {
        var told = CommandResult.run(DUMMY_CREDENTIALS, (story + " --endpoint " + UNREACHABLE_ENDPOINT).split(" "));

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains(message).contains("Usage:");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void missingAliyunCredentials_areNamed() {
        var told = CommandResult.run(
                CredentialsProvider.alibabaEnvironment(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAIexample")),
                "aliyun-resize",
                "r-j6cxxxxxxxxxxxxx",
                "redis.master.small.default",
                "--endpoint",
                UNREACHABLE_ENDPOINT);

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .contains("ALIBABA_CLOUD_ACCESS_KEY_ID is set", "ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set")
                .doesNotContain("LTAIexample")
                .hasLineCount(1);
    }

    private static CloudEmulator cloud() {
        return CloudEmulator.start(EmulatorOptions.builder()
                .instances(5)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(200))
                .build());
    }
}
