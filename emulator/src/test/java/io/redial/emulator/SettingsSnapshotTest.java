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
    private final Scene scene = new Scene();
    private final Scene restored = new Scene();
    private final String id = scene.console.oldest(1).get(0);

    @AfterEach
    void stop() {
        scene.close();
        restored.close();
    }

    @Test
    void everySettingIsRestored() throws IOException {
        scene.done("AllocateWanAddress", "{'InstanceId':'%s'}", id);
        scene.done(
                "ModifyNetworkConfig",
                "{'InstanceId':'%s','Operation':'changeVpc','VpcId':'vpc-a','SubnetId':'subnet-a','Recycle':7}",
                id);
        scene.done("OpenSSL", "{'InstanceId':'%s'}", id);
        scene.done("ModifyConnectionConfig", "{'InstanceId':'%s','Bandwidth':9,'ClientLimit':12345}", id);
        scene.done("KillMasterGroup", "{'InstanceId':'%s'}", id);
        scene.done("EnableReplicaReadonly", "{'InstanceId':'%s'}", id);
        scene.done("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", id);
        scene.ok(
                "AssociateSecurityGroups",
                "{'Product':'redis','SecurityGroupId':'sg-ajr1jzgj','InstanceIds':['%s']}",
                id);
        scene.ok(
                "ModifyInstanceLogDelivery",
                "{'InstanceId':'%s','LogType':'slowlog','Enabled':true,'LogsetId':'a','TopicId':'b'}",
                id);
        var event = events(scene)
                .valueStream()
                .filter(one -> one.path("Grade").asText().equals("Low"))
                .findFirst()
                .orElseThrow();
        scene.ok(
                "ModifyInstanceEvent",
                "{'InstanceId':'%s','EventId':%s,'Status':'Canceled'}",
                event.path("InstanceId").asText(),
                event.path("ID"));
        restored.clock.advance(Scene.TASK.multipliedBy(7));

        restored.emulator.restore(scene.emulator.snapshot());

        assertThat(CloudCaller.MAPPER.readTree(restored.emulator.snapshot()))
                .isEqualTo(CloudCaller.MAPPER.readTree(scene.emulator.snapshot()));
        assertThat(settings(restored)).isEqualTo(settings(scene));
        assertThat(settings(scene).toString())
                .contains("\"WanAddress\":\"" + id, "vpc-a", "12345", "\"SSLConfig\":true", "sg-ajr1jzgj", "Canceled");
    }

    private List<JsonNode> settings(Scene where) {
        return List.of(
                where.console.row(id),
                body(where.ok("DescribeSSLStatus", "{'InstanceId':'%s'}", id), "SSLConfig"),
                where.ok("DescribeDBSecurityGroups", "{'Product':'redis','InstanceId':'%s'}", id)
                        .path("Groups"),
                where.ok("DescribeInstanceLogDelivery", "{'InstanceId':'%s'}", id)
                        .path("SlowLog"),
                events(where));
    }

    private static JsonNode events(Scene where) {
        return where.ok(
                        "DescribeInstanceEvents",
                        "{'ExecutionStartDate':'2026-03-02','ExecutionEndDate':'2026-03-31','PageSize':100}")
                .path("RedisInstanceEvents");
    }

    private static JsonNode body(JsonNode answer, String... fields) {
        return ((ObjectNode) answer).deepCopy().retain(fields);
    }
}
