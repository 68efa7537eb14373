package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskFate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes of an instance serve. */
class ServingTest {
    private final Scene scene = new Scene();
    private final JsonNode spread = scene.rows().stream()
            .filter(row -> row.path("NodeSet").size() == 3)
            .findFirst()
            .orElseThrow();
    private final String id = spread.path("InstanceId").asText();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void theReplicaThatIsPromotedIsThePrimaryInItsZone() {
        var replica = spread.path("NodeSet").path(2);
        scene.ok(
                "ChangeReplicaToMaster",
                "{'InstanceId':'%s','GroupId':%d}",
                id,
                replica.path("NodeId").longValue());
        assertThat(row().path("NodeSet")).isEqualTo(spread.path("NodeSet"));
        scene.clock.advance(Scene.TASK);
        assertThat(primary().path("NodeId")).isEqualTo(replica.path("NodeId"));
        assertThat(row().path("ZoneId")).isEqualTo(replica.path("ZoneId"));
        assertThat(row().path("NodeSet"))
                .filteredOn(node -> node.path("NodeType").intValue() == 1)
                .hasSize(2);
    }

    @Test
    void onlyAReplicaIsPromoted() {
        var primary = spread.path("NodeSet").path(0).path("NodeId").longValue();
        assertThat(scene.code("ChangeReplicaToMaster", "{'InstanceId':'%s','GroupId':%d}", id, primary))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(scene.code("ChangeReplicaToMaster", "{'InstanceId':'%s','GroupId':%d}", id, primary + 3))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(scene.code("ChangeReplicaToMaster", "{'InstanceId':'%s'}", id))
                .isEqualTo("MissingParameter");
        var together = scene.rows().stream()
                .filter(row -> row.path("NodeSet").isEmpty())
                .findFirst()
                .orElseThrow();
        scene.done(
                "ChangeReplicaToMaster",
                "{'InstanceId':'%s'}",
                together.path("InstanceId").asText());
        assertThat(scene.console.row(together.path("InstanceId").asText()).path("ZoneId"))
                .isEqualTo(together.path("ZoneId"));
    }

    @Test
    void afterAFailureTheNextNodeServes() {
        scene.emulator.nextTask(id, TaskFate.fails("broken"));
        scene.done("KillMasterGroup", "{'InstanceId':'%s'}", id);
        assertThat(primary()).isEqualTo(spread.path("NodeSet").path(0));
        for (var node : new int[] {1, 2, 0}) {
            scene.done("KillMasterGroup", "{'InstanceId':'%s','Password':'any-secret-1'}", id);
            assertThat(primary().path("NodeId"))
                    .isEqualTo(spread.path("NodeSet").path(node).path("NodeId"));
        }
    }

    @Test
    void onlyShardsThatAreThereFail() {
        var shards = spread.path("RedisShardNum").intValue();
        assertThat(scene.code("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[0,%d]}", id, shards))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        assertThat(scene.code("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[-1]}", id))
                .isEqualTo("InvalidParameter.IllegalParameterError");
        var cluster = scene.instance("/ProductType", "cluster");
        var before = scene.console.row(cluster).path("NodeSet");
        scene.done("KillMasterGroup", "{'InstanceId':'%s','ShardIds':[1]}", cluster);
        assertThat(scene.console.row(cluster).path("NodeSet")).isEqualTo(before);
        assertThat(scene.console.tasks(cluster).path(0).path("TaskType").asText())
                .isEqualTo("048");
    }

    @Test
    void proxiesFailAndComeBack() {
        scene.ok("SwitchProxy", "{'InstanceId':'%s'}", id);
        assertThat(scene.console.status(id)).isEqualTo(1);
        scene.clock.advance(Scene.TASK);
        assertThat(row()).isEqualTo(spread);
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
    void replicasServeReadsAsThePolicySays(String policy, int weight) {
        scene.ok("EnableReplicaReadonly", "{'InstanceId':'%s'%s}", id, policy == null ? "" : policy);
        assertThat(row().path("SlaveReadWeight").intValue()).isZero();
        scene.clock.advance(Scene.TASK);
        assertThat(row().path("SlaveReadWeight").intValue()).isEqualTo(weight);
        scene.done("DisableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("SlaveReadWeight").intValue()).isZero();
    }

    @Test
    void replicasThatServeReadsAllowMoreConnections() {
        assertThat(row().path("ClientLimitMax").intValue()).isEqualTo(40_000);
        scene.done("EnableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("ClientLimitMax").intValue()).isEqualTo(50_000);
        assertThat(scene.code("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':50001}", id))
                .isEqualTo("InvalidParameterValue");
        scene.done("ModifyConnectionConfig", "{'InstanceId':'%s','ClientLimit':50000}", id);
        assertThat(row().path("ClientLimit").intValue()).isEqualTo(50_000);
        scene.done("DisableReplicaReadonly", "{'InstanceId':'%s'}", id);
        assertThat(row().path("ClientLimit").intValue()).isEqualTo(40_000);
    }

    @Test
    void anInstanceIsReadOnlyUntilItIsNot() {
        scene.ok("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'1'}", id);
        assertThat(row().path("ReadOnly").intValue()).isZero();
        scene.clock.advance(Scene.TASK);
        assertThat(row().path("ReadOnly").intValue()).isEqualTo(1);
        scene.done("ModifyInstanceReadOnly", "{'InstanceId':'%s','InputMode':'0'}", id);
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
    void lockedIsolatedAndUnknownInstancesAreLeftAlone(String action, String request) {
        assertThat(scene.code(action, request, "crs-00000000")).startsWith("ResourceNotFound");
        scene.ok("DestroyPostpaidInstance", "{'InstanceId':'%s'}", id);
        assertThat(scene.code(action, request, id)).startsWith("ResourceUnavailable");
        scene.clock.advance(Scene.TASK);
        assertThat(scene.code(action, request, id)).startsWith("ResourceUnavailable");
        assertThat(scene.emulator.accepted(action, id)).isZero();
    }

    private JsonNode row() {
        return scene.console.row(id);
    }

    private JsonNode primary() {
        return row().path("NodeSet")
                .valueStream()
                .filter(node -> node.path("NodeType").intValue() == 0)
                .findFirst()
                .orElseThrow();
    }
}
