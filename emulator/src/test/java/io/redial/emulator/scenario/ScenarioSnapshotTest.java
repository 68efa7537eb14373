package io.redial.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonObject;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.redis.v20180412.models.CreateReplicationGroupRequest;
import com.tencentcloudapi.redis.v20180412.models.ManualBackupInstanceRequest;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.QuotaMode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the whole story, with work going on, another emulator takes over. */
class ScenarioSnapshotTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SdkProfile PROFILE = new SdkProfile("http://", "TC3-HMAC-SHA256", "POST");

    private final ScenarioClock clock = new ScenarioClock();
    private final CloudEmulator original = start(1);
    private final CloudEmulator restored = start(99);
    private final ScenarioContext context = new ScenarioContext(PROFILE.connect(original), clock);
    private String oldestInstance = "";
    private String prepaidInstance = "";

    private CloudEmulator start(long seed) {
        return CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .seed(seed)
                .quotaMode(QuotaMode.OFF)
                .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .build());
    }

    @BeforeEach
    void runScenario() throws TencentCloudSDKException {
        oldestInstance = context.oldestInstance();
        prepaidInstance = new LifecycleScenario(context, oldestInstance).run();
        new ParameterSteps(context).createTemplate(17);
    }

    @AfterEach
    void stop() {
        original.close();
        restored.close();
    }

    @Test
    void restoredEmulator_behavesLikeTheOriginal() throws TencentCloudSDKException, IOException {
        var group = new CreateReplicationGroupRequest();
        group.setInstanceId(new PurchaseSteps(context).buyGroupMember("east"));
        context.sdk().CreateReplicationGroup(group);
        var backup = new ManualBackupInstanceRequest();
        backup.setInstanceId(oldestInstance);
        var task = context.sdk().ManualBackupInstance(backup).getTaskId();
        clock.advance(Duration.ofSeconds(4));

        restored.restore(original.snapshot());

        assertThat(tree(restored)).isEqualTo(tree(original));
        var there = PROFILE.connect(restored);
        var before = AccountState.capture(context.sdk(), prepaidInstance, oldestInstance);
        assertThat(AccountState.capture(there, prepaidInstance, oldestInstance)).isEqualTo(before);
        assertThat(status(there, task)).isEqualTo("running");

        clock.advance(Duration.ofSeconds(6));

        var after = AccountState.capture(context.sdk(), prepaidInstance, oldestInstance);
        assertThat(after).isNotEqualTo(before);
        assertThat(AccountState.capture(there, prepaidInstance, oldestInstance)).isEqualTo(after);
        assertThat(status(there, task)).isEqualTo("succeed");
        assertThat(tree(restored)).isEqualTo(tree(original));
    }

    private static String status(TencentSdkClient sdk, long task) throws TencentCloudSDKException {
        JsonObject answer = sdk.callUnmodeled("DescribeTaskInfo", Map.of("TaskId", task));
        return answer.get("Status").getAsString();
    }

    private static JsonNode tree(CloudEmulator emulator) throws IOException {
        return MAPPER.readTree(emulator.snapshot());
    }
}
