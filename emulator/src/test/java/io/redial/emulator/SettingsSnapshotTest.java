package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was set on an instance is still set when the cloud was written down and read again. */
class SettingsSnapshotTest {
    private final EmulatorFixture original = new EmulatorFixture();
    private final EmulatorFixture restored = new EmulatorFixture();
    private final String id = original.inspector.oldestInstances(1).get(0);

    @AfterEach
    void stop() {
        original.close();
        restored.close();
    }

    @Test
    void restore_keepsEverySetting() throws IOException {
        original.callAndComplete("AllocateWanAddress", "{'InstanceId':'%s'}", id);
        original.callAndComplete(
                "ModifyNetworkConfig",
                "{'InstanceId':'%s','Operation':'changeVpc','VpcId':'vpc-a','SubnetId':'subnet-a','Recycle':7}",
                id);
        original.callAndComplete("OpenSSL", "{'InstanceId':'%s'}", id);
        original.callAndComplete("ModifyConnectionConfig", "{'InstanceId':'%s','Bandwidth':9,'ClientLimit':12345}", id);
        original.callAndComplete("KillMasterGroup", "{'InstanceId':'%s'}", id);
        original.callAndComplete("EnableReplicaReadonly", "{'InstanceId':'%s'}", id);
        original.callAndComplete("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", id);
        original.call(
                "AssociateSecurityGroups",
                "{'Product':'redis','SecurityGroupId':'sg-ajr1jzgj','InstanceIds':['%s']}",
                id);
        original.call(
                "ModifyInstanceLogDelivery",
                "{'InstanceId':'%s','LogType':'slowlog','Enabled':true,'LogsetId':'a','TopicId':'b'}",
                id);
        var event = events(original)
                .valueStream()
                .filter(one -> one.path("Grade").asText().equals("Low"))
                .findFirst()
                .orElseThrow();
        original.call(
                "ModifyInstanceEvent",
                "{'InstanceId':'%s','EventId':%s,'Status':'Canceled'}",
                event.path("InstanceId").asText(),
                event.path("ID"));
        restored.clock.advance(EmulatorFixture.TASK_DURATION.multipliedBy(7));

        restored.emulator.restore(original.emulator.snapshot());

        assertThat(Api3TestClient.MAPPER.readTree(restored.emulator.snapshot()))
                .isEqualTo(Api3TestClient.MAPPER.readTree(original.emulator.snapshot()));
        assertThat(settings(restored)).isEqualTo(settings(original));
        assertThat(settings(original).toString())
                .contains("\"WanAddress\":\"" + id, "vpc-a", "12345", "\"SSLConfig\":true", "sg-ajr1jzgj", "Canceled");
    }

    private List<JsonNode> settings(EmulatorFixture where) {
        return List.of(
                where.inspector.row(id),
                selectFields(where.call("DescribeSSLStatus", "{'InstanceId':'%s'}", id), "SSLConfig"),
                where.call("DescribeDBSecurityGroups", "{'Product':'redis','InstanceId':'%s'}", id)
                        .path("Groups"),
                where.call("DescribeInstanceLogDelivery", "{'InstanceId':'%s'}", id)
                        .path("SlowLog"),
                events(where));
    }

    private static JsonNode events(EmulatorFixture where) {
        return where.call(
                        "DescribeInstanceEvents",
                        "{'ExecutionStartDate':'2026-03-02','ExecutionEndDate':'2026-03-31','PageSize':100}")
                .path("RedisInstanceEvents");
    }

    private static JsonNode selectFields(JsonNode answer, String... fields) {
        return ((ObjectNode) answer).deepCopy().retain(fields);
    }
}
