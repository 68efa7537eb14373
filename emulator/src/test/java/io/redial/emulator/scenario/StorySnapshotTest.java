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
class StorySnapshotTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Way WAY = new Way("http://", "TC3-HMAC-SHA256", "POST");

    private final StoryClock clock = new StoryClock();
    private final CloudEmulator first = start(1);
    private final CloudEmulator second = start(99);
    private final Customer customer = new Customer(WAY.to(first), clock);
    private String veteran = "";
    private String shop = "";

    private CloudEmulator start(long seed) {
        return CloudEmulator.start(EmulatorOptions.builder()
                .clock(clock)
                .seed(seed)
                .quota(QuotaMode.OFF)
                .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
                .build());
    }

    @BeforeEach
    void tell() throws TencentCloudSDKException {
        veteran = customer.eldest();
        shop = new Story(customer, veteran).tell();
        new Settings(customer).template(17);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void everythingIsAsItWasAndGoesOnAlike() throws TencentCloudSDKException, IOException {
        var group = new CreateReplicationGroupRequest();
        group.setInstanceId(new Purchase(customer).twin("east"));
        customer.sdk().CreateReplicationGroup(group);
        var backup = new ManualBackupInstanceRequest();
        backup.setInstanceId(veteran);
        var task = customer.sdk().ManualBackupInstance(backup).getTaskId();
        clock.advance(Duration.ofSeconds(4));

        second.restore(first.snapshot());

        assertThat(tree(second)).isEqualTo(tree(first));
        var there = WAY.to(second);
        var before = Picture.of(customer.sdk(), shop, veteran);
        assertThat(Picture.of(there, shop, veteran)).isEqualTo(before);
        assertThat(status(there, task)).isEqualTo("running");

        clock.advance(Duration.ofSeconds(6));

        var after = Picture.of(customer.sdk(), shop, veteran);
        assertThat(after).isNotEqualTo(before);
        assertThat(Picture.of(there, shop, veteran)).isEqualTo(after);
        assertThat(status(there, task)).isEqualTo("succeed");
        assertThat(tree(second)).isEqualTo(tree(first));
    }

    private static String status(Sdk sdk, long task) throws TencentCloudSDKException {
        JsonObject answer = sdk.later("DescribeTaskInfo", Map.of("TaskId", task));
        return answer.get("Status").getAsString();
    }

    private static JsonNode tree(CloudEmulator emulator) throws IOException {
        return MAPPER.readTree(emulator.snapshot());
    }
}
