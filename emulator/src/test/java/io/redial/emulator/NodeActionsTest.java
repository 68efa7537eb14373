package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes of an instance serve. */
class NodeActionsTest {
    private final EmulatorFixture fixture = new EmulatorFixture();
    private final JsonNode multiZoneInstance = fixture.instanceRows().stream()
            .filter(row -> row.path("NodeSet").size() == 3)
            .findFirst()
            .orElseThrow();
    private final String id = multiZoneInstance.path("InstanceId").asText();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void promotedReplica_becomesPrimaryInItsZone() {
        var replica = multiZoneInstance.path("NodeSet").path(2);
        fixture.call(
                "ChangeReplicaToMaster",
                "{'InstanceId':'%s','GroupId':%d}",
                id,
                replica.path("NodeId").longValue());
        assertThat(row().path("NodeSet")).isEqualTo(multiZoneInstance.path("NodeSet"));
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(primary().path("NodeId")).isEqualTo(replica.path("NodeId"));
        assertThat(row().path("ZoneId")).isEqualTo(replica.path("ZoneId"));
        assertThat(row().path("NodeSet"))
                .filteredOn(node -> node.path("NodeType").intValue() == 1)
                .hasSize(2);
    }

    @Test
    void nonReplica_cannotBePromoted() {
        var primary = multiZoneInstance.path("NodeSet").path(0).path("NodeId").longValue();
        assertThat(fixture.errorCode("ChangeReplicaToMaster", "{'InstanceId':'%s','GroupId':%d}", id, primary))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(fixture.errorCode("ChangeReplicaToMaster", "{'InstanceId':'%s','GroupId':%d}", id, primary + 3))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(fixture.errorCode("ChangeReplicaToMaster", "{'InstanceId':'%s'}", id))
                .isEqualTo("MissingParameter");
        var together = fixture.instanceRows().stream()
                .filter(row -> row.path("NodeSet").isEmpty())
                .findFirst()
                .orElseThrow();
        fixture.callAndComplete(
                "ChangeReplicaToMaster",
                "{'InstanceId':'%s'}",
                together.path("InstanceId").asText());
        assertThat(fixture.inspector.row(together.path("InstanceId").asText()).path("ZoneId"))
                .isEqualTo(together.path("ZoneId"));
    }

    @Test
    void primaryFailure_promotesTheNextNode() {
        fixture.emulator.setNextTaskOutcome(id, TaskOutcome.fails("broken"));
        fixture.callAndComplete("KillMasterGroup", "{'InstanceId':'%s'}", id);
        assertThat(primary()).isEqualTo(multiZoneInstance.path("NodeSet").path(0));
        for (var node : new int[] {1, 2, 0}) {
            fixture.callAndComplete("KillMasterGroup", "{'InstanceId':'%s','Password':'any-secret-1'}", id);
            assertThat(primary().path("NodeId"))
                    .isEqualTo(multiZoneInstance.path("NodeSet").path(node).path("NodeId"));
        }
    }

    @Test
    void unknownShard_isRejected() {
        var shards = multiZoneInstance.path("RedisShardNum").intValue();
        assertThat(fixture.errorCode("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[0,%d]}", id, shards))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(fixture.errorCode("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[-1]}", id))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        var cluster = fixture.findInstance("/ProductType", "cluster");
        var before = fixture.inspector.row(cluster).path("NodeSet");
        fixture.callAndComplete("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[1]}", cluster);
        assertThat(fixture.inspector.row(cluster).path("NodeSet")).isEqualTo(before);
        assertThat(fixture.inspector.tasks(cluster).path(0).path("TaskType").asText())
                .isEqualTo("048");
    }

    @Test
    void proxySwitch_restoresTheInstance() {
        fixture.call("SwitchProxy", "{'InstanceId':'%s'}", id);
        assertThat(fixture.inspector.status(id)).isEqualTo(1);
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(row()).isEqualTo(multiZoneInstance);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "                                            | 100",
                ",'ReadonlyPolicy':['replication']           | 100",
                ",'ReadonlyPolicy':['master','replication']  | 50",
                ",'ReadonlyPolicy':['master']                | 0",
            })
    void replicaReads_followThePolicy(String policy, int weight) {
        fixture.call("EnableReplicaReadonly", "{'InstanceId':'%s'%s}", id, policy == null ? "" : policy);
        assertThat(row().path("SlaveReadWeight").intValue()).isZero();
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(row().path("SlaveReadWeight").intValue()).isEqualTo(weight);
        fixture.callAndComplete("DisableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("SlaveReadWeight").intValue()).isZero();
    }

    @Test
    void replicaReads_raiseTheConnectionLimit() {
        assertThat(row().path("ClientLimitMax").intValue()).isEqualTo(40_000);
        fixture.callAndComplete("EnableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("ClientLimitMax").intValue()).isEqualTo(50_000);
        assertThat(fixture.errorCode("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':50001}", id))
                .isEqualTo("InvalidParameterValue");
        fixture.callAndComplete("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':50000}", id);
        assertThat(row().path("ClientLimit").intValue()).isEqualTo(50_000);
        fixture.callAndComplete("DisableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("ClientLimit").intValue()).isEqualTo(40_000);
    }

    @Test
    void readOnlyMode_isSetAndCleared() {
        fixture.call("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", id);
        assertThat(row().path("ReadOnly").intValue()).isZero();
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(row().path("ReadOnly").intValue()).isEqualTo(1);
        fixture.callAndComplete("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'0'}", id);
        assertThat(row().path("ReadOnly").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "ChangeReplicaToMaster | {'InstanceId':'%s'}",
                "KillMasterGroup | {'InstanceId':'%s'}",
                "SwitchProxy | {'InstanceId':'%s'}",
                "EnableReplicaReadonly | {'InstanceId':'%s'}",
                "DisableReplicaReadonly | {'InstanceId':'%s'}",
                "ModifyInstanceReadOnly | {'InstanceId':'%s','InputMode':'1'}",
            })
    void lockedIsolatedOrUnknownInstance_isRejected(String action, String request) {
        assertThat(fixture.errorCode(action, request, "crs-00000000")).startsWith("ResourceNotFound");
        fixture.call("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(fixture.errorCode(action, request, id)).startsWith("ResourceUnavailable");
        fixture.clock.advance(EmulatorFixture.TASK_DURATION);
        assertThat(fixture.errorCode(action, request, id)).startsWith("ResourceUnavailable");
        assertThat(fixture.emulator.acceptedCount(action, id)).isZero();
    }

    private JsonNode row() {
        return fixture.inspector.row(id);
    }

    private JsonNode primary() {
        return row().path("NodeSet")
                .valueStream()
                .filter(node -> node.path("NodeType").intValue() == 0)
                .findFirst()
                .orElseThrow();
    }
}
