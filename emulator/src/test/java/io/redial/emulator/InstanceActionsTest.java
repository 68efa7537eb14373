package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.catalog.FieldSpec;
import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to instances as a whole, read back through other actions. All work takes ten seconds. */
class InstanceActionsTest {
    private static final String CREATE =
            "{\"TypeId\":%d,\"MemSize\":2048,\"GoodsNum\":1,\"Period\":1,\"BillingMode\":0,\"Password\":\"secret99\"%s}";
    private static final Duration COMPLETION_TIME = Duration.ofMillis(10_150);

    /** 11:00 in the time of the cloud, five hours after the usual maintenance window. */
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T03:00:00Z"));

    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(60)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.newestInstance();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void newInstance_hasAllRequestedOptions() {
        var made = create(
                15,
                ",\"RedisReplicasNum\":2,\"InstanceName\":\"My_shop-1\",\"VpcId\":\"vpc-9\",\"SubnetId\":\"subnet-9\",\"VPort\":7000,"
                        + "\"ProjectId\":4,\"AutoRenew\":1,\"NoAuth\":true,\"ReplicasReadonly\":true,"
                        + "\"ResourceTags\":[{\"TagKey\":\"team\",\"TagValue\":\"core\"}],"
                        + "\"NodeSet\":[{\"NodeType\":1,\"ZoneName\":\"ap-guangzhou-4\"},{\"NodeType\":0,\"ZoneId\":100003},"
                        + "{\"NodeType\":1,\"ZoneId\":100003}]");
        var row = inspector.row(made);

        assertComplete("InstanceSet", row);
        assertFields(
                row, "InstanceName", "My_shop-1", "UniqVpcId", "vpc-9", "UniqSubnetId", "subnet-9", "Port", "7000");
        assertFields(row, "ProjectId", "4", "AutoRenewFlag", "1", "ZoneId", "100003", "SlaveReadWeight", "100");
        assertThat(row.path("NodeSet").findValuesAsText("ZoneId")).containsExactly("100003", "100004", "100003");
        assertThat(row.path("InstanceTags").toString()).isEqualTo("[{\"TagKey\":\"team\",\"TagValue\":\"core\"}]");
        assertThat(listed("{\"TagKeys\":[\"team\"]}")).containsExactly(made);
        assertThat(listed("{\"InstanceTags\":[{\"TagKey\":\"team\",\"TagValue\":\"core\"}]}"))
                .containsExactly(made);
        assertThat(listed("{\"UniqVpcIds\":[\"vpc-9\"],\"AutoRenew\":[1]}")).containsExactly(made);
        assertThat(listed("{\"SearchKey\":\"my_SHOP\"}")).containsExactly(made);
    }

    @Test
    void instanceWithoutVpc_isInTheClassicNetwork() {
        var made = create(8, "");
        assertFields(inspector.row(made), "UniqVpcId", "", "UniqSubnetId", "", "VpcId", "0", "SubnetId", "0");
        var common = common("{\"InstanceIds\":[\"" + made + "\"]}").path(0);
        assertFields(common, "NetType", "0", "VpcId", "", "Status", "2", "Vport", "6379", "InstanceName", made);
        assertThat(common("{\"VpcIds\":[0]}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8  | "MemSize":1000                              | LimitExceeded.InvalidMemSize
            8  | "RedisShardNum":3                           | InvalidParameterValue.SpecNotExist
            2  | "RedisReplicasNum":2                        | InvalidParameterValue.SpecNotExist
            8  | "GoodsNum":101                              | LimitExceeded.InvalidParameterGoodsNumNotInRange
            8  | "Period":2                                  | LimitExceeded.PeriodExceedMaxLimit
            8  | "InstanceName":"a b"                        | InvalidParameterValue
            8  | "NoAuth":true                               | InvalidParameterValue.BaseNetWorkAccessDeny
            8  | "VpcId":"vpc-1"                             | InvalidParameterValue.InvalidSubnetId
            8  | "NodeSet":[{"NodeType":1,"ZoneId":100003}]  | InvalidParameterValue
            8  | "NodeSet":[{"NodeType":0,"ZoneName":"moon"}]| InvalidParameterValue
            2  | "ReplicasReadonly":true                     | UnsupportedOperation
            8  | "ProductVersion":"cloud"                    | UnsupportedOperation
            8  | "ProductVersion":"cdc"                      | InvalidParameter.EmptyParam
            8  | "ProductVersion":"cdc","RedisClusterId":"x" | ResourceNotFound
            8  | "VPort":80                                  | InvalidParameterValue
            8  | "DryRun":true                               | DryRunOperation
            """)
    void invalidCreateRequest_createsNothing(int type, String extra, String code) {
        var body = CREATE.formatted(type, "");
        for (var field : extra.split(",(?=\"[A-Z])")) {
            var name = field.substring(0, field.indexOf(':') + 1);
            body = body.contains(name)
                    ? body.replaceAll(name + "\\d+", field)
                    : body.substring(0, body.length() - 1) + "," + field + "}";
        }
        assertThat(client.errorCode("CreateInstances", body)).isEqualTo(code);
        assertThat(listed("{\"Limit\":100}")).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({"2, Redis-2.8, Redis", "4, CKV, CKV"})
    void engineName_followsTheType(int type, String filter, String engine) {
        var made = create(type, "");
        assertFields(inspector.row(made), "Engine", engine);
        assertThat(listed("{\"EngineName\":\"" + filter + "\"}")).containsExactly(made);
    }

    @Test
    void restore_shiftsPendingDeadlines() {
        var made = create(8, ",\"BillingMode\":1");
        inspector.call("DestroyPostpaidInstance", id);
        clock.advance(COMPLETION_TIME);
        var waiting = inspector.oldestInstances(1).get(0);
        client.call(
                "UpgradeSmallVersion",
                named(
                        waiting,
                        "\"CurrentRedisVersion\":\"6.2.0\",\"UpgradeRedisVersion\":\"9.9.9\",\"InstanceTypeUpgradeNow\":0"));
        clock.advance(COMPLETION_TIME);
        emulator.setNextCreationOutcome(TaskOutcome.fails("no room"));
        var snapshot = emulator.snapshot();
        clock.advance(Duration.ofDays(40));
        emulator.restore(snapshot);

        assertFields(inspector.row(made), "Status", "2", "DeadlineTime", "2026-05-11 11:00:00");
        assertThat(inspector.status(id)).isEqualTo(-2);
        assertThat(inspector.errorCode("SwitchAccessNewInstance", waiting)).isEmpty();
        assertFields(inspector.row(waiting), "Status", "2", "CurrentRedisVersion", "9.9.9");
        clock.advance(Duration.ofHours(2));
        assertThat(inspector.row(id).isMissingNode()).isTrue();
        var unlucky = create(8, "");
        assertThat(inspector.row(unlucky).isMissingNode()).isTrue();
    }

    @Test
    void dedicatedCluster_hostsInstances() {
        var clusters = client.call("DescribeRedisClusters", "{}");
        DocumentedFieldsAssert.assertComplete(fields("DescribeRedisClusters"), clusters, "DescribeRedisClusters");
        var cluster = clusters.path("Resources").path(0);
        var made = create(8, ",\"ProductVersion\":\"cdc\",\"RedisClusterId\":" + cluster.path("RedisClusterId"));
        assertThat(inspector.row(made).path("RedisClusterId")).isEqualTo(cluster.path("RedisClusterId"));
        assertThat(listed("{\"ProductVersions\":[\"cdc\"]}")).containsExactly(made);
        var overview = client.call("DescribeRedisClusterOverview", "{}");
        assertFields(overview, "TotalBundle", "8", "TotalMemory", "512");
        assertThat(client.call("DescribeRedisClusters", "{\"ClusterName\":\"no\"}")
                        .path("Total")
                        .intValue())
                .isZero();
    }

    @Test
    void nextCreationOutcome_isApplied() {
        emulator.setNextCreationOutcome(TaskOutcome.fails("no room"));
        var answer = client.call("CreateInstances", CREATE.formatted(8, ""));
        var made = answer.path("InstanceIds").path(0).asText();
        var task = inspector.tasks(made).path(0).path("TaskId").longValue();
        assertThat(inspector.status(made)).isZero();
        clock.advance(COMPLETION_TIME);
        assertThat(inspector.row(made).isMissingNode()).isTrue();
        assertThat(inspector.taskInfo(task).path("TaskMessage").asText()).isEqualTo("no room");
        assertThat(inspector
                        .order(answer.path("DealId").asText())
                        .path("Status")
                        .intValue())
                .isEqualTo(5);
        assertThat(inspector.status(create(8, ""))).isEqualTo(2);
    }

    @Test
    void prepaidInstance_isRenewedThenIsolatedThenDestroyed() {
        var made = create(8, ",\"BillingMode\":1,\"Period\":2");
        assertFields(inspector.row(made), "BillingMode", "1", "DeadlineTime", "2026-05-01 11:00:00");
        var deal = client.call("RenewInstance", "{\"InstanceId\":\"" + made + "\",\"Period\":1}");
        assertFields(inspector.row(made), "DeadlineTime", "2026-05-01 11:00:00");
        clock.advance(COMPLETION_TIME);
        assertThat(inspector.order(deal.path("DealId").asText()).path("Status").intValue())
                .isEqualTo(4);
        assertFields(inspector.row(made), "DeadlineTime", "2026-06-01 11:00:00");
        assertThat(inspector.errorCode("DestroyPostpaidInstance", made))
                .isEqualTo("InvalidParameterValue.UnSupportedType");

        clock.advance(Duration.between(now(), Instant.parse("2026-06-01T03:00:00Z")));
        assertFields(inspector.row(made), "Status", "-2", "CloseTime", "2026-06-01 11:00:00");
        assertFields(inspector.row(made), "OfflineTime", "2026-06-08 11:00:00");
        assertThat(inspector.errorCode("StartupInstance", made)).isEqualTo("FailedOperation.PayFailed");
        client.call("RenewInstance", "{\"InstanceId\":\"" + made + "\",\"Period\":1}");
        clock.advance(COMPLETION_TIME);
        assertThat(inspector.errorCode("StartupInstance", made)).isEmpty();
        clock.advance(COMPLETION_TIME);
        assertFields(inspector.row(made), "Status", "2", "CloseTime", "0000-00-00 00:00:00");
        assertThat(inspector.errorCode("DestroyPrepaidInstance", made)).isEmpty();
        clock.advance(COMPLETION_TIME.plus(Duration.ofDays(7)).minusSeconds(2));
        assertThat(inspector.status(made)).isEqualTo(-2);
        clock.advance(Duration.ofSeconds(2));
        assertThat(inspector.row(made).isMissingNode()).isTrue();
    }

    @Test
    void autoRenewedInstance_keepsRunning() {
        var made = create(8, ",\"BillingMode\":1");
        client.call("ModifyInstance", modify("modifyAutoRenew", List.of(made), "\"AutoRenews\":[1]"));
        clock.advance(Duration.ofDays(100));
        assertFields(inspector.row(made), "Status", "2", "AutoRenewFlag", "1", "DeadlineTime", "2026-07-01 11:00:00");
    }

    @Test
    void postpaidInstance_staysTwoHoursInTheRecycleBin() {
        inspector.call("DestroyPostpaidInstance", id);
        clock.advance(Duration.ofSeconds(10));
        assertFields(
                inspector.row(id),
                "CloseTime",
                "2026-03-01 11:00:10",
                "OfflineTime",
                "2026-03-01 13:00:10",
                "Status",
                "-2");
        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(inspector.status(id)).isEqualTo(-2);
        clock.advance(Duration.ofMillis(1));
        assertThat(inspector.errorCode("StartupInstance", id)).startsWith("ResourceNotFound");
    }

    @Test
    void postpaidInstance_becomesPrepaid() {
        client.call("RenewInstance", "{\"InstanceId\":\"" + id + "\",\"Period\":1,\"ModifyPayMode\":\"prepaid\"}");
        assertFields(inspector.row(id), "BillingMode", "0");
        clock.advance(COMPLETION_TIME);
        assertFields(inspector.row(id), "BillingMode", "1", "DeadlineTime", "2026-04-01 11:00:10");
        assertThat(listed("{\"OrderBy\":\"curDeadline\",\"Limit\":1}")).containsExactly(id);
    }

    @Test
    void modifyInstance_renamesAndChangesProject() {
        var two = inspector.oldestInstances(2);
        assertThat(Api3TestClient.errorCode(client.call(
                        "ModifyInstance", modify("rename", two, "\"InstanceNames\":[\"first\",\"second\"]"))))
                .isEmpty();
        client.call("ModifyInstance", modify("modifyProject", two, "\"ProjectId\":77"));
        assertFields(inspector.row(two.get(0)), "InstanceName", "first", "ProjectId", "77");
        assertFields(inspector.row(two.get(1)), "InstanceName", "second", "ProjectId", "77");
        assertThat(common("{\"InstanceNames\":[\"second\"]}").findValuesAsText("InstanceId"))
                .containsExactly(two.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rename          |                                   | MissingParameter
            rename          | ,"InstanceNames":["one"]          | InvalidParameter
            rename          | ,"InstanceNames":["one","a/b"]    | InvalidParameterValue
            modifyProject   |                                   | MissingParameter
            modifyAutoRenew | ,"AutoRenews":[1]                 | UnsupportedOperation.IsAutoRenewError
            modifyAutoRenew | ,"AutoRenews":[1,3]               | InvalidParameterValue
            delete          |                                   | InvalidParameterValue
            """)
    void modifyInstance_changesAllInstancesOrNone(String operation, String extra, String code) {
        var two = inspector.oldestInstances(2);
        var before = inspector.row(two.get(0));
        var rest = extra == null ? "" : extra;
        var body = "{\"Operation\":\"" + operation + "\",\"InstanceIds\":[\"" + two.get(0) + "\",\"" + two.get(1)
                + "\"]" + rest + "}";
        assertThat(client.errorCode("ModifyInstance", body)).isEqualTo(code);
        assertThat(inspector.row(two.get(0))).isEqualTo(before);
        var unknown = modify("rename", List.of(two.get(0), "crs-none"), "\"InstanceNames\":[\"a\",\"b\"]");
        assertThat(client.errorCode("ModifyInstance", unknown)).isEqualTo("ResourceNotFound");
        assertThat(inspector.row(two.get(0))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"03:00, 03:29", "03:00, 06:01", "22:30, 00:30", "3:00, 5:00", "22:00, 23:30", "22:00, 24:00"})
    void invalidMaintenanceWindow_isRejected(String start, String end) {
        var body = "{\"InstanceId\":\"" + id + "\",\"StartTime\":\"" + start + "\",\"EndTime\":\"" + end + "\"}";
        assertThat(client.errorCode("ModifyMaintenanceWindow", body)).isEqualTo("InvalidParameterValue");
        assertFields(inspector.call("DescribeMaintenanceWindow", id), "StartTime", "03:00", "EndTime", "06:00");
    }

    @Test
    void task_waitsForTheMaintenanceWindow() {
        var size = inspector.row(id).path("RedisShardSize").intValue() + 1024;
        window("13:00", "15:00");
        var deal = upgrade(size);
        var task = inspector.tasks(id).path(0).path("TaskId").longValue();
        assertThat(client.errorCode("ModifyMaintenanceWindow", windowBody("17:00", "18:00")))
                .isEqualTo("ResourceUnavailable");
        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(inspector.status(id)).isEqualTo(1);
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(3);
        clock.advance(Duration.ofMillis(1));
        assertFields(inspector.row(id), "Status", "2", "RedisShardSize", Integer.toString(size));
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(4);
        assertThat(inspector.order(deal).path("EndTime").asText()).isEqualTo("2026-03-01 13:00:00");
    }

    @Test
    void waitingTask_completesOnManualSwitch() {
        var size = inspector.row(id).path("RedisShardSize").intValue() + 1024;
        assertThat(inspector.errorCode("SwitchAccessNewInstance", id))
                .isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        var deal = upgrade(size);
        var task = inspector.tasks(id).path(0).path("TaskId").longValue();
        clock.advance(Duration.ofSeconds(9));
        assertThat(inspector.errorCode("SwitchAccessNewInstance", id))
                .isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        clock.advance(Duration.ofMillis(1_150));
        assertThat(inspector.status(id)).isEqualTo(1);
        assertThat(inspector.errorCode("SwitchAccessNewInstance", id)).isEmpty();
        assertFields(inspector.row(id), "Status", "2", "RedisShardSize", Integer.toString(size));
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(inspector.tasks(id).path(0).path("Result").intValue()).isEqualTo(2);
        assertThat(inspector.order(deal).path("Status").intValue()).isEqualTo(4);
    }

    static Stream<Arguments> typeChanges() {
        return Stream.of(
                Arguments.of(8, 15, "", "043"),
                Arguments.of(6, 17, "", "043"),
                Arguments.of(2, 6, "", "043"),
                Arguments.of(8, 9, "", "041"),
                Arguments.of(7, 9, "", "043"),
                Arguments.of(8, 8, "InvalidParameterValue", ""),
                Arguments.of(15, 8, "InvalidParameterValue", ""),
                Arguments.of(8, 16, "InvalidParameterValue", ""),
                Arguments.of(9, 8, "InvalidParameterValue", ""),
                Arguments.of(2, 7, "InvalidParameterValue", ""),
                Arguments.of(200, 18, "InvalidParameterValue", ""),
                Arguments.of(8, 99, "InvalidParameterValue", ""));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("typeChanges")
    void typeChange_followsTheDocumentation(int from, int to, String code, String kind) {
        var made = create(from, "");
        var body = "{\"InstanceId\":\"" + made + "\",\"SwitchOption\":2,\"TargetInstanceType\":\"" + to + "\"}";
        assertThat(client.errorCode("UpgradeInstanceVersion", body)).isEqualTo(code);
        assertThat(inspector.row(made).path("Type").intValue()).isEqualTo(from);
        clock.advance(COMPLETION_TIME);
        var row = inspector.row(made);
        assertThat(row.path("Type").intValue()).isEqualTo(code.isEmpty() ? to : from);
        assertThat(inspector.tasks(made).path(0).path("TaskType").asText()).isEqualTo(kind.isEmpty() ? "001" : kind);
        assertComplete("InstanceSet", row);
    }

    @ParameterizedTest
    @CsvSource({"UpgradeProxyVersion,Proxy,061", "UpgradeSmallVersion,Redis,060"})
    void softwareVersion_isUpgraded(String action, String what, String kind) {
        var body = "{\"InstanceId\":\"" + id + "\",\"Current" + what + "Version\":\"5.5.0\",\"Upgrade" + what
                + "Version\":\"%s\",\"InstanceTypeUpgradeNow\":%d}";
        var field = "Current" + what + "Version";
        var before = inspector.row(id).path(field).asText();
        emulator.failNextTask(id, "no");
        assertThat(client.errorCode(action, body.formatted("9.9.9", 1))).isEmpty();
        clock.advance(COMPLETION_TIME);
        assertFields(inspector.row(id), field, before);
        client.call(action, body.formatted("9.9.9", 1));
        assertFields(inspector.row(id), field, before);
        clock.advance(COMPLETION_TIME);
        assertFields(inspector.row(id), field, "9.9.9", "Upgrade" + what + "Version", "");
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo(kind);
        client.call(action, body.formatted("9.9.10", 0));
        clock.advance(Duration.ofHours(15));
        assertFields(inspector.row(id), field, "9.9.9");
        clock.advance(Duration.ofHours(1));
        assertFields(inspector.row(id), field, "9.9.10");
        assertThat(client.errorCode(action, body.formatted("new", 1))).startsWith("InvalidParameterValue");
    }

    @Test
    void nodes_areMovedToOtherZones() {
        var made = create(15, ",\"ZoneId\":100003,\"RedisReplicasNum\":2");
        assertThat(inspector.row(made).path("NodeSet")).isEmpty();
        assertThat(feature(made, "read-local-node-only")).isFalse();
        client.call("UpgradeVersionToMultiAvailabilityZones", named(made, "\"UpgradeProxyAndRedisServer\":true"));
        assertThat(inspector.row(made).path("NodeSet")).isEmpty();
        clock.advance(COMPLETION_TIME);
        assertThat(feature(made, "read-local-node-only")).isTrue();
        var nodes = inspector.row(made).path("NodeSet");
        assertThat(nodes.findValuesAsText("ZoneId")).containsExactly("100003", "100003", "100003");
        var replica = nodes.path(2).path("NodeId").intValue();

        var move = "\"SwitchOption\":2,\"NodeSet\":[{\"NodeType\":1%s,\"ZoneId\":100004}]";
        assertThat(client.errorCode("ModifyInstanceAvailabilityZones", named(made, move.formatted(""))))
                .isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(client.errorCode("ModifyInstanceAvailabilityZones", named(made, move.formatted(",\"NodeId\":1"))))
                .isEqualTo("InvalidParameterValue.CheckNotPass");
        client.call("ModifyInstanceAvailabilityZones", named(made, move.formatted(",\"NodeId\":" + replica)));
        clock.advance(COMPLETION_TIME);
        assertThat(zones(made)).containsExactly("100003", "100003", "100004");

        var less = "\"MemSize\":2048,\"RedisReplicasNum\":1";
        assertThat(client.errorCode("UpgradeInstance", named(made, less)))
                .isEqualTo("InvalidParameter.InvalidParameter");
        var primary = nodes.path(0).path("NodeId").intValue();
        var going = ",\"NodeSet\":[{\"NodeType\":1,\"NodeId\":%d}]";
        assertThat(client.errorCode("UpgradeInstance", named(made, less + going.formatted(primary))))
                .isEqualTo("InvalidParameter.InvalidParameter");
        client.call("UpgradeInstance", named(made, less + going.formatted(replica - 1)));
        clock.advance(COMPLETION_TIME);
        assertThat(zones(made)).containsExactly("100003", "100004");
        client.call(
                "UpgradeInstance",
                named(
                        made,
                        "\"MemSize\":2048,\"RedisReplicasNum\":2,\"NodeSet\":[{\"NodeType\":1,\"ZoneId\":100002}]"));
        clock.advance(COMPLETION_TIME);
        assertThat(zones(made)).containsExactly("100003", "100004", "100002");
        assertThat(inspector
                        .call("DescribeInstanceZoneInfo", made)
                        .path("ReplicaGroups")
                        .findValuesAsText("ZoneId"))
                .containsExactly("ap-guangzhou-3", "ap-guangzhou-4", "ap-guangzhou-2");
    }

    @Test
    void nodesWithoutIds_moveInOrder() {
        var made = create(15, ",\"ZoneId\":100003");
        client.call(
                "ModifyInstanceAvailabilityZones",
                named(
                        made,
                        "\"SwitchOption\":2,\"NodeSet\":[{\"NodeType\":1,\"ZoneId\":100004},{\"NodeType\":0,\"ZoneId\":100002}]"));
        clock.advance(COMPLETION_TIME);
        assertThat(zones(made)).containsExactly("100002", "100004");
        assertFields(inspector.row(made), "ZoneId", "100002");
    }

    @Test
    void nodesAndShards_agreeInAllLists() {
        var made = create(16, ",\"RedisShardNum\":3,\"RedisReplicasNum\":2");
        var nodes = inspector.call("DescribeInstanceNodeInfo", made);
        var shards = inspector.call("DescribeInstanceShards", made);
        var groups = inspector.call("DescribeInstanceZoneInfo", made);
        DocumentedFieldsAssert.assertComplete(fields("DescribeInstanceNodeInfo"), nodes, "nodes");
        DocumentedFieldsAssert.assertComplete(fields("DescribeInstanceShards"), shards, "shards");
        DocumentedFieldsAssert.assertComplete(fields("DescribeInstanceZoneInfo"), groups, "groups");

        assertFields(nodes, "RedisCount", "9", "ProxyCount", "3");
        var ids = nodes.path("Redis").findValuesAsText("NodeId");
        assertThat(ids).hasSize(9).doesNotHaveDuplicates().allMatch(one -> one.matches("[0-9a-f]{40}"));
        assertThat(shards.path("InstanceShards").findValuesAsText("RunId")).containsExactlyElementsOf(ids);
        assertThat(groups.path("ReplicaGroups").findValuesAsText("NodeId")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(groups.path("ReplicaGroups").path(0).path("RedisNodes").findValuesAsText("Slot"))
                .containsExactly("0-5460", "5461-10921", "10922-16383");
        assertThat(client.call("DescribeInstanceShards", named(made, "\"FilterSlave\":true"))
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(3);
        assertThat(inspector.errorCode("DescribeInstanceShards", create(15, "")))
                .isEqualTo("InvalidParameterValue.UnSupportedType");
    }

    @Test
    void inquiredPrice_isTheOrderPrice() {
        var wanted =
                "{\"TypeId\":16,\"MemSize\":4096,\"RedisShardNum\":3,\"RedisReplicasNum\":2,\"GoodsNum\":2,\"Period\":3,"
                        + "\"BillingMode\":1}";
        var order = wanted.replace("}", ",\"Password\":\"secret99\"}");
        var asked = client.call("InquiryPriceCreateInstance", wanted);
        DocumentedFieldsAssert.assertComplete(fields("InquiryPriceCreateInstance"), asked, "price");
        var deal = client.call("CreateInstances", order);
        assertThat(inspector.order(deal.path("DealId").asText()).path("Price").longValue())
                .isEqualTo(asked.path("Price").longValue())
                .isEqualTo(2 * 3 * 12 * 4_500 * 3 / 2);
        clock.advance(COMPLETION_TIME);
        var made = deal.path("InstanceIds").path(0).asText();
        var larger = named(made, "\"MemSize\":5120,\"RedisShardNum\":3,\"RedisReplicasNum\":2");
        var more =
                client.call("InquiryPriceUpgradeInstance", larger).path("Price").longValue();
        var upgrade = client.call("UpgradeInstance", larger).path("DealId").asText();
        assertThat(inspector.order(upgrade).path("Price").longValue())
                .isEqualTo(more)
                .isPositive();
        assertThat(client.errorCode("InquiryPriceUpgradeInstance", larger)).startsWith("ResourceUnavailable");
        assertThat(client.errorCode("InquiryPriceCreateInstance", wanted.replace("4096", "1")))
                .isEqualTo("InvalidParameterValue.SpecNotExist");
    }

    @Test
    void offers_areListed() {
        var products = client.call("DescribeProductInfo", "{}");
        DocumentedFieldsAssert.assertComplete(fields("DescribeProductInfo"), products, "DescribeProductInfo");
        assertThat(products.path("RegionSet")).hasSize(18);
        var areas = client.call("DescribeGlobalReplicationArea", "{}");
        DocumentedFieldsAssert.assertComplete(fields("DescribeGlobalReplicationArea"), areas, "areas");
        assertThat(areas.path("AvailableRegions").toString()).contains("\"ap-guangzhou-2\"", "\"sa-saopaulo\"");
        assertThat(Api3TestClient.API.regions())
                .extracting(region -> region.id())
                .containsExactlyInAnyOrderElementsOf(
                        areas.path("AvailableRegions").findValuesAsText("Region"));
    }

    @Test
    void otherLookups_haveEveryDocumentedField() {
        for (var action : List.of("DescribeInstanceDTSInfo", "DescribeMaintenanceWindow")) {
            DocumentedFieldsAssert.assertComplete(fields(action), inspector.call(action, id), action);
            assertThat(inspector.errorCode(action, "crs-none")).startsWith("ResourceNotFound");
        }
        DocumentedFieldsAssert.assertComplete(
                fields("DescribeCommonDBInstances"), client.call("DescribeCommonDBInstances", "{}"), "");
        assertThat(client.errorCode("DescribeInstanceZoneInfo", "{}")).isEqualTo("InvalidParameter.EmptyParam");
        assertThat(feature(id, "multi-account")).isTrue();
        assertThat(feature(create(2, ""), "multi-account")).isFalse();
        assertThat(common("{\"PayMode\":0}")).isEmpty();
        assertThat(common("{\"PayMode\":1,\"Limit\":100}")).hasSize(61);
    }

    @Test
    void cloneCount_isLimitedByBillingMode() {
        var body = "{\"InstanceId\":\"" + id + "\",\"GoodsNum\":%d,\"ZoneId\":100004,\"BillingMode\":%d,\"Period\":%d,"
                + "\"SecurityGroupIdList\":[],\"BackupId\":\"1-2-3\",\"VPort\":7001,\"Password\":\"secret99\"}";
        assertThat(client.errorCode("CloneInstances", body.formatted(31, 0, 1)))
                .isEqualTo("LimitExceeded.InvalidParameterGoodsNumNotInRange");
        var clones = client.call("CloneInstances", body.formatted(31, 1, 60)).path("InstanceIds");
        assertThat(clones).hasSize(31);
        clock.advance(COMPLETION_TIME);
        assertFields(
                inspector.row(clones.path(30).asText()),
                "Port",
                "7001",
                "DeadlineTime",
                "2031-03-01 11:00:00",
                "ZoneId",
                "100004");
    }

    private String create(int type, String extra) {
        var body = CREATE.formatted(type, extra);
        if (extra.contains("BillingMode")) {
            body = body.replaceFirst("\"BillingMode\":0,", "");
        }
        if (extra.contains("Period")) {
            body = body.replaceFirst("\"Period\":1,", "");
        }
        var answer = client.call("CreateInstances", body);
        DocumentedFieldsAssert.assertComplete(fields("CreateInstances"), answer, body);
        clock.advance(COMPLETION_TIME);
        return answer.path("InstanceIds").path(0).asText();
    }

    private String upgrade(int size) {
        return client.call("UpgradeInstance", named(id, "\"SwitchOption\":1,\"MemSize\":" + size))
                .path("DealId")
                .asText();
    }

    private void window(String start, String end) {
        assertFields(client.call("ModifyMaintenanceWindow", windowBody(start, end)), "Status", "success");
        assertFields(inspector.call("DescribeMaintenanceWindow", id), "StartTime", start, "EndTime", end);
    }

    private String windowBody(String start, String end) {
        return named(id, "\"StartTime\":\"" + start + "\",\"EndTime\":\"" + end + "\"");
    }

    private boolean feature(String instance, String name) {
        return client.call("DescribeInstanceSupportFeature", named(instance, "\"FeatureName\":\"" + name + "\""))
                .path("Support")
                .booleanValue();
    }

    private List<String> zones(String instance) {
        return inspector.row(instance).path("NodeSet").findValuesAsText("ZoneId");
    }

    private List<String> listed(String body) {
        return client.call("DescribeInstances", body).path("InstanceSet").findValuesAsText("InstanceId");
    }

    private JsonNode common(String body) {
        return client.call("DescribeCommonDBInstances", body).path("InstanceDetails");
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String modify(String operation, List<String> ids, String extra) {
        return "{\"Operation\":\"" + operation + "\",\"InstanceIds\":[\"" + String.join("\",\"", ids) + "\"]," + extra
                + "}";
    }

    private static String named(String instance, String extra) {
        return "{\"InstanceId\":\"" + instance + "\"," + extra + "}";
    }

    private static void assertFields(JsonNode object, String... namesAndTexts) {
        for (var i = 0; i < namesAndTexts.length; i += 2) {
            assertThat(object.path(namesAndTexts[i]).asText())
                    .as(namesAndTexts[i])
                    .isEqualTo(namesAndTexts[i + 1]);
        }
    }

    private static void assertComplete(String type, JsonNode object) {
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.type(type).orElseThrow().fields(), object, type);
    }

    private static List<FieldSpec> fields(String action) {
        return Api3TestClient.API.action(action).orElseThrow().output();
    }
}
