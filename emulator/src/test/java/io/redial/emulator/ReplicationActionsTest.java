package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replication groups come, change and go; every task takes exactly ten seconds. */
class ReplicationActionsTest {
    private static final Duration TASK = Duration.ofSeconds(10);
    private static final int GROUP_RUNNING = 2;
    private static final String INSTANCE_STATUS_ERROR = "ResourceUnavailable.InstanceStatusError";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .instances(120)
            .taskDuration(TASK, TASK)
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final List<String> ids = new ArrayList<>();
    private String first = "";
    private String second = "";
    private String third = "";

    /** The first one has the least data, so that it fits into the others. */
    @BeforeEach
    void selectSupportedInstances() {
        var rows = new ArrayList<JsonNode>();
        client.call("DescribeInstances", "{\"Limit\":120}").path("InstanceSet").forEach(row -> {
            if (row.path("Type").intValue() <= 16) {
                rows.add(row);
            }
        });
        rows.sort(Comparator.comparingDouble(row -> row.path("Size").doubleValue()));
        rows.forEach(row -> ids.add(row.path("InstanceId").asText()));
        first = ids.get(0);
        second = ids.get(1);
        third = ids.get(2);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void newGroup_isLinkedThenRunning() {
        var task = create(first, ",\"GroupName\":\"north_1\",\"Remark\":\"r\"").path("TaskId");
        var making = groups().path(0);
        assertThat(making.path("Status").intValue()).isEqualTo(37);
        assertThat(making.path("InstanceCount").intValue()).isEqualTo(1);
        assertThat(members(making).get(0).path("Status").intValue()).isEqualTo(1);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeReplicationGroup")
                        .orElseThrow()
                        .output(),
                client.call("DescribeReplicationGroup", "{\"Limit\":20,\"Offset\":0}"),
                "DescribeReplicationGroup");
        assertThat(inspector.tasks(first).path(0).path("TaskType").asText()).isEqualTo("050");
        assertThat(inspector.errorCode("DescribeReplicationGroupInstance", first))
                .isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(version(first)).doesNotEndWith(".100");
        assertThat(remove(making.path("GroupId").asText())).isEqualTo("InvalidParameter");

        clock.advance(TASK);
        assertThat(inspector.taskInfo(task.longValue()).path("Status").asText()).isEqualTo("succeed");
        var made = groups().path(0);
        assertThat(made.path("GroupId")).isEqualTo(making.path("GroupId"));
        assertThat(made.path("GroupId").asText()).matches("crs-rpl-[a-z0-9]{8}");
        assertThat(made.path("GroupName").asText()).isEqualTo("north_1");
        assertThat(made.path("Remark").asText()).isEqualTo("r");
        assertThat(made.path("Status").intValue()).isEqualTo(GROUP_RUNNING);
        var member = members(made).get(0);
        assertThat(member.path("Role").asText()).isEqualTo("rw");
        assertThat(member.path("Status").intValue()).isEqualTo(2);
        assertThat(member.path("CreateTime").asText()).isEqualTo("2026-03-01 08:00:00");
        var row = inspector.row(first);
        assertThat(member.path("Vip")).isEqualTo(row.path("WanIp"));
        assertThat(member.path("VpcID")).isEqualTo(row.path("VpcId"));
        assertThat(member.path("ProductType")).isEqualTo(row.path("Type"));
        assertThat(member.path("RedisShardSize")).isEqualTo(row.path("RedisShardSize"));
        assertThat(version(first)).endsWith(".100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "errs"})
    void failedGroupCreation_leavesNoGroup(String ending) {
        emulator.setNextTaskOutcome(
                first, ending.equals("fails") ? TaskOutcome.fails("no link") : TaskOutcome.endsInError("no link"));
        create(first, "");
        var id = groups().path(0).path("GroupId").asText();
        clock.advance(TASK);
        assertThat(groups()).isEmpty();
        assertThat(client.errorCode("RemoveReplicationGroup", "{\"GroupId\":\"" + id + "\"}"))
                .isEqualTo("InvalidParameterValue.ReplicationGroupNotExists");
        create(first, "");
        clock.advance(TASK);
        assertThat(groups()).hasSize(1);
    }

    @Test
    void joiningInstance_receivesTheGroupsData() {
        var group = createGroup();
        clear(second);
        clock.advance(Duration.ofSeconds(5));
        assertThat(code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"r\""))
                .isEmpty();
        assertThat(groups().path(0).path("Status").intValue()).isEqualTo(37);
        assertThat(roles()).containsExactly(first + " rw 2", second + " r 1");
        clock.advance(TASK);
        assertThat(groups().path(0).path("Status").intValue()).isEqualTo(GROUP_RUNNING);
        assertThat(roles()).containsExactly(first + " rw 2", second + " r 2");
        assertThat(members(groups().path(0)).get(1).path("CreateTime").asText()).isEqualTo("2026-03-01 08:00:25");
        var answer = inspector.call("DescribeReplicationGroupInstance", second);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeReplicationGroupInstance")
                        .orElseThrow()
                        .output(),
                answer,
                "DescribeReplicationGroupInstance");
        assertThat(answer.path("GroupId").asText()).isEqualTo(group);
        assertThat(answer.path("InstanceRole").asText()).isEqualTo("r");
        assertThat(usedMegabytes(second))
                .isGreaterThanOrEqualTo(usedMegabytes(first))
                .isPositive();
    }

    @Test
    void failedJoin_addsNoMember() {
        var group = createGroup();
        clear(second);
        emulator.failNextTask(second, "no link");
        assertThat(code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"r\""))
                .isEmpty();
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " rw 2");
        assertThat(usedMegabytes(second)).isZero();
    }

    @Test
    void group_runsOneOperationAtATime() {
        var group = createGroup();
        clear(second);
        clear(third);
        code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"r\"");
        assertThat(code("AddReplicationInstance", third, group, ",\"InstanceRole\":\"r\""))
                .isEqualTo("LimitExceeded.ReplicationGroupLocked");
        assertThat(code("RemoveReplicationInstance", first, group, ",\"SyncType\":false"))
                .isEqualTo("LimitExceeded.ReplicationGroupLocked");
        assertThat(code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"r\""))
                .isEqualTo(INSTANCE_STATUS_ERROR);
        assertThat(inspector.status(third)).isEqualTo(2);
        assertThat(inspector.errorCode("ManualBackupInstance", first)).isEmpty();
        clock.advance(TASK);
        assertThat(code("AddReplicationInstance", third, group, ",\"InstanceRole\":\"r\""))
                .isEmpty();
    }

    @Test
    void memberRole_isChanged() {
        var group = createGroupOfThree();
        assertThat(roles()).containsExactly(first + " rw 2", second + " r 2", third + " r 2");
        code("ChangeInstanceRole", second, group, ",\"InstanceRole\":\"rw\"");
        assertThat(groups().path(0).path("Status").intValue()).isEqualTo(53);
        assertThat(inspector.tasks(second).path(0).path("TaskType").asText()).isEqualTo("057");
        assertThat(roles()).contains(second + " r 1");
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " rw 2", second + " rw 2", third + " r 2");
        var member = members(groups().path(0)).get(1);
        assertThat(member.path("UpdateTime").asText())
                .isGreaterThan(member.path("CreateTime").asText());
    }

    @Test
    void member_becomesPrimary() {
        var group = createGroupOfThree();
        var task = call("ChangeMasterInstance", third, group, ",\"ForceSwitch\":false");
        assertThat(groups().path(0).path("Status").intValue()).isEqualTo(52);
        assertThat(inspector
                        .taskInfo(task.path("TaskId").longValue())
                        .path("InstanceId")
                        .asText())
                .isEqualTo(third);
        assertThat(roles()).containsExactly(first + " rw 1", second + " r 2", third + " r 1");
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " r 2", second + " r 2", third + " rw 2");
        assertThat(code("ChangeInstanceRole", first, group, ",\"InstanceRole\":\"rw\""))
                .isEmpty();
    }

    @Test
    void stoppedPrimary_isReplacedOnlyWithForce() {
        var group = createGroupOfThree();
        inspector.call("DestroyPostpaidInstance", first);
        clock.advance(TASK);
        assertThat(code("ChangeMasterInstance", second, group, "")).isEqualTo(INSTANCE_STATUS_ERROR);
        assertThat(code("ChangeMasterInstance", second, group, ",\"ForceSwitch\":true"))
                .isEmpty();
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " r -2", second + " rw 2", third + " r 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RemoveReplicationInstance", "DeleteReplicationInstance"})
    void members_leaveAndEmptyGroupIsRemoved(String action) {
        var group = createGroup();
        clear(second);
        code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"r\"");
        clock.advance(TASK);
        assertThat(code(action, second, group, ",\"SyncType\":false"))
                .isEqualTo("UnsupportedOperation.InstanceNotOperation");
        var answer = call(action, second, group, ",\"SyncType\":true");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action(action).orElseThrow().output(), answer, action);
        assertThat(groups().path(0).path("Status").intValue()).isEqualTo(51);
        assertThat(inspector.tasks(second).path(0).path("TaskType").asText()).isEqualTo("055");
        assertThat(remove(group)).isEqualTo("InvalidParameter");
        assertThat(roles()).containsExactly(first + " rw 2", second + " r 1");
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " rw 2");
        assertThat(usedMegabytes(second)).isPositive();
        assertThat(remove(group)).isEqualTo("InvalidParameter");

        assertThat(code(action, first, group, ",\"SyncType\":false")).isEmpty();
        assertThat(remove(group)).isEqualTo("InvalidParameter");
        clock.advance(TASK);
        assertThat(groups().path(0).path("InstanceCount").intValue()).isZero();
        assertThat(remove(group)).isEmpty();
        assertThat(groups()).isEmpty();
        assertThat(remove(group)).isEqualTo("InvalidParameterValue.ReplicationGroupNotExists");
    }

    @Test
    void emptyGroup_acceptsAPrimaryWithData() {
        var group = createGroup();
        code("RemoveReplicationInstance", first, group, ",\"SyncType\":false");
        clock.advance(TASK);
        assertThat(code("AddReplicationInstance", second, group, ",\"InstanceRole\":\"rw\""))
                .isEmpty();
        clock.advance(TASK);
        assertThat(code("RemoveReplicationInstance", second, group, ",\"SyncType\":false"))
                .isEmpty();
    }

    @Test
    void group_isRenamed() {
        var group = createGroup();
        assertThat(modify(group, ",\"GroupName\":\"south\",\"Remark\":\"later\""))
                .isEmpty();
        assertThat(groups().path(0).path("GroupName").asText()).isEqualTo("south");
        assertThat(modify(group, ",\"Remark\":\"\"")).isEmpty();
        assertThat(groups().path(0).path("GroupName").asText()).isEqualTo("south");
        assertThat(groups().path(0).path("Remark").asText()).isEmpty();
        assertThat(modify("crs-rpl-nothing1", "")).isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(modify(group, ",\"GroupName\":\"a\"")).isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void groups_areFoundByIdAndSearchKey() {
        for (var i = 0; i < 3; i++) {
            create(ids.get(i), ",\"GroupName\":\"group-" + i + "\"");
        }
        var id = groups().path(1).path("GroupId").asText();
        assertThat(list(",\"GroupId\":\"" + id + "\"").path("TotalCount").intValue())
                .isEqualTo(1);
        assertThat(list(",\"SearchKey\":\"" + id.substring(10) + "\"")
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(1);
        assertThat(list(",\"SearchKey\":\"oup-2\"").path("Groups").findValuesAsText("GroupName"))
                .containsExactly("group-2");
        assertThat(list(",\"SearchKey\":\"oup-3\"").path("TotalCount").intValue())
                .isZero();
        var page = client.call("DescribeReplicationGroup", "{\"Limit\":2,\"Offset\":2}");
        assertThat(page.path("TotalCount").intValue()).isEqualTo(3);
        assertThat(page.path("Groups").findValuesAsText("GroupName")).containsExactly("group-2");
        assertThat(Api3TestClient.errorCode(list(",\"GroupId\":\"crs-rpl-nothing1\"")))
                .isEqualTo("InvalidParameterValue.ReplicationGroupNotExists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateReplicationGroup | '\"GroupName\":\"x\"' | InvalidParameterValue.InstanceNameRuleError",
                "CreateReplicationGroup | '\"GroupName\":\"a b\"' | InvalidParameterValue.InstanceNameRuleError",
                "CreateReplicationGroup | '\"Remark\":\"LONG\"' | InvalidParameterValue.CheckNotPass",
                "AddReplicationInstance | '\"InstanceRole\":\"r\",GROUP' | LimitExceeded.InstanceNotEmpty",
                "AddReplicationInstance | '\"InstanceRole\":\"x\",GROUP' | InvalidParameterValue",
                "AddReplicationInstance | '\"InstanceRole\":\"r\",\"GroupId\":\"x\"'"
                        + " | InvalidParameterValue.ReplicationGroupNotExists",
                "RemoveReplicationInstance | '\"SyncType\":true,GROUP' | InvalidParameterValue.CheckNotPass",
                "RemoveReplicationInstance | '\"SyncType\":true,\"GroupId\":\"x\"'"
                        + " | InvalidParameterValue.ReplicationGroupNotExists",
                "ChangeInstanceRole | '\"InstanceRole\":\"r\",GROUP' | InvalidParameterValue.CheckNotPass",
                "ChangeMasterInstance | 'GROUP' | InvalidParameterValue.CheckNotPass",
                "ChangeMasterInstance | '\"GroupId\":\"x\"' | InvalidParameterValue.ReplicationGroupNotExists",
            })
    void nonMember_operationIsRejected(String action, String parameters, String code) {
        var group = createGroup();
        var body = parameters.replace("GROUP", "\"GroupId\":\"" + group + "\"").replace("LONG", "a".repeat(1025));
        assertThat(client.errorCode(action, "{\"InstanceId\":\"" + second + "\"," + body + "}"))
                .isEqualTo(code);
        assertThat(inspector.status(second)).isEqualTo(2);
        assertThat(groups()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateReplicationGroup | | InvalidParameterValue.NotRepeatBind",
                "AddReplicationInstance | ',\"InstanceRole\":\"r\"' | InvalidParameterValue.NotRepeatBind",
                "ChangeInstanceRole | ',\"InstanceRole\":\"rw\"' | InvalidParameterValue.CheckNotPass",
                "ChangeInstanceRole | ',\"InstanceRole\":\"r\"' | UnsupportedOperation.InstanceNotOperation",
                "ChangeMasterInstance | | UnsupportedOperation.InstanceNotOperation",
            })
    void primary_operationIsRejected(String action, String parameters, String code) {
        var group = createGroup();
        var rest = parameters == null ? "" : parameters;
        var named = action.startsWith("Create") ? "" : ",\"GroupId\":\"" + group + "\"";
        assertThat(client.errorCode(action, "{\"InstanceId\":\"" + first + "\"" + named + rest + "}"))
                .isEqualTo(code);
        assertThat(inspector.status(first)).isEqualTo(2);
    }

    @Test
    void newVersions_areNotSupported() {
        var seven = client.call("DescribeInstances", "{\"Limit\":1,\"Type\":17}")
                .path("InstanceSet")
                .path(0)
                .path("InstanceId")
                .asText();
        assertThat(inspector.errorCode("CreateReplicationGroup", seven))
                .isEqualTo("InvalidParameterValue.UnSupportedType");
        assertThat(code("AddReplicationInstance", seven, createGroup(), ",\"InstanceRole\":\"r\""))
                .isEqualTo("InvalidParameterValue.UnSupportedType");
    }

    @Test
    void tooSmallInstance_cannotJoin() {
        var largest = ids.get(ids.size() - 1);
        create(largest, "");
        clock.advance(TASK);
        var group = groups().path(0).path("GroupId").asText();
        clear(first);
        assertThat(code("AddReplicationInstance", first, group, ",\"InstanceRole\":\"r\""))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
    }

    @Test
    void groupSize_isLimitedToThirtyTwo() {
        var group = createGroup();
        for (var i = 1; i < 32; i++) {
            clear(ids.get(i));
            assertThat(code("AddReplicationInstance", ids.get(i), group, ",\"InstanceRole\":\"r\""))
                    .isEmpty();
            clock.advance(TASK);
        }
        assertThat(groups().path(0).path("InstanceCount").intValue()).isEqualTo(32);
        clear(ids.get(32));
        assertThat(code("AddReplicationInstance", ids.get(32), group, ",\"InstanceRole\":\"r\""))
                .isEqualTo("LimitExceeded.ExceedUpperLimit");
    }

    @Test
    void destroyedInstance_leavesItsGroup() {
        createGroupOfThree();
        inspector.call("DestroyPostpaidInstance", second);
        clock.advance(TASK);
        assertThat(roles()).contains(second + " r -2");
        inspector.call("CleanUpInstance", second);
        clock.advance(TASK);
        assertThat(roles()).containsExactly(first + " rw 2", third + " r 2");
    }

    @Test
    void snapshot_restoresGroupsAndTheirTasks() {
        createGroupOfThree();
        inspector.call("CreateReplicationGroup", ids.get(3));
        var before = groupsResponse();
        emulator.restore(emulator.snapshot());
        assertThat(groupsResponse()).isEqualTo(before);
        clock.advance(TASK);
        assertThat(groups().path(1).path("Status").intValue()).isEqualTo(GROUP_RUNNING);
    }

    private JsonNode groupsResponse() {
        var answer = list("");
        ((ObjectNode) answer).remove("RequestId");
        return answer;
    }

    /** A group of the first instance. */
    private String createGroup() {
        create(first, "");
        clock.advance(TASK);
        return groups().path(0).path("GroupId").asText();
    }

    private String createGroupOfThree() {
        var group = createGroup();
        for (var id : List.of(second, third)) {
            clear(id);
            assertThat(code("AddReplicationInstance", id, group, ",\"InstanceRole\":\"r\""))
                    .isEmpty();
            clock.advance(TASK);
        }
        return group;
    }

    private void clear(String id) {
        assertThat(inspector.errorCode("ClearInstance", id)).isEmpty();
        clock.advance(TASK);
    }

    private JsonNode create(String id, String parameters) {
        var answer = client.call("CreateReplicationGroup", "{\"InstanceId\":\"" + id + "\"" + parameters + "}");
        assertThat(Api3TestClient.errorCode(answer)).isEmpty();
        return answer;
    }

    private JsonNode list(String parameters) {
        return client.call("DescribeReplicationGroup", "{\"Limit\":20,\"Offset\":0" + parameters + "}");
    }

    private JsonNode groups() {
        return list("").path("Groups");
    }

    private static List<JsonNode> members(JsonNode group) {
        var members = new ArrayList<JsonNode>();
        group.path("Instances").forEach(members::add);
        return members;
    }

    /** Each member of the first group with its role and its status. */
    private List<String> roles() {
        return members(groups().path(0)).stream()
                .map(member -> member.path("InstanceId").asText() + " "
                        + member.path("Role").asText() + " "
                        + member.path("Status").intValue())
                .toList();
    }

    private String version(String id) {
        return inspector.row(id).path("CurrentRedisVersion").asText();
    }

    /** What an instance holds, as a backup of it tells. */
    private long usedMegabytes(String id) {
        clock.advance(Duration.ofSeconds(1));
        inspector.call("ManualBackupInstance", id);
        clock.advance(TASK);
        return inspector
                        .call("DescribeInstanceBackups", id)
                        .path("BackupSet")
                        .path(0)
                        .path("BackupSize")
                        .longValue()
                >> 20;
    }

    private String remove(String group) {
        return client.errorCode("RemoveReplicationGroup", "{\"GroupId\":\"" + group + "\"}");
    }

    private String modify(String group, String parameters) {
        return client.errorCode("ModifyReplicationGroup", "{\"GroupId\":\"" + group + "\"" + parameters + "}");
    }

    private String code(String action, String id, String group, String parameters) {
        return Api3TestClient.errorCode(call(action, id, group, parameters));
    }

    private JsonNode call(String action, String id, String group, String parameters) {
        return client.call(action, "{\"InstanceId\":\"" + id + "\",\"GroupId\":\"" + group + "\"" + parameters + "}");
    }
}
