package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders, tasks and backups on a clock that only moves when told: every task takes exactly ten seconds. */
class TaskActionsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private JsonNode instance;
    private String id;
    private int size;

    @BeforeEach
    void selectInstance() {
        instance = client.call("DescribeInstances", "{\"Limit\":1,\"TypeVersion\":2}")
                .path("InstanceSet")
                .path(0);
        id = instance.path("InstanceId").asText();
        size = instance.path("RedisShardSize").intValue();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void order_isPaidThenInDeliveryThenDelivered() {
        var deal = upgrade(size + 1024);

        assertThat(orderStatus(deal)).isEqualTo(2);
        assertThat(order(deal).path("EndTime").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(status()).isEqualTo(1);
        advance(999);
        assertThat(orderStatus(deal)).isEqualTo(2);
        advance(1);
        assertThat(orderStatus(deal)).isEqualTo(3);
        advance(8999);
        assertThat(orderStatus(deal)).isEqualTo(3);
        advance(1);
        assertThat(orderStatus(deal)).isEqualTo(4);
        assertThat(order(deal).path("CreatTime").asText()).isEqualTo("2026-03-01 08:00:00");
        assertThat(order(deal).path("EndTime").asText()).isEqualTo("2026-03-01 08:00:10");
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(1);
    }

    @Test
    void instance_runsAgainShortlyAfterDelivery() {
        var deal = upgrade(size + 1024);
        advance(10_000 + 49);
        assertThat(orderStatus(deal)).isEqualTo(4);
        assertThat(status()).isEqualTo(1);
        assertThat(row().path("RedisShardSize").intValue()).isEqualTo(size);
        advance(101);
        assertThat(status()).isEqualTo(2);
        assertThat(row().path("RedisShardSize").intValue()).isEqualTo(size + 1024);
        assertThat(row().path("Size").doubleValue()).isEqualTo(size + 1024);
    }

    @Test
    void lockedInstance_rejectsOtherOperations() {
        upgrade(size + 1024);
        assertThat(code("UpgradeInstance", "\"MemSize\":" + size))
                .isEqualTo("ResourceUnavailable.InstanceStatusAbnormal");
        assertThat(code("ManualBackupInstance", "\"Remark\":\"a\""))
                .isEqualTo("ResourceUnavailable.InstanceLockedError");
        assertThat(code("ClearInstance", "\"Password\":\"p\"")).isEqualTo("ResourceUnavailable");
        advance(10_150);
        assertThat(code("UpgradeInstance", "\"MemSize\":" + (size + 2048))).isEmpty();
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(2);
    }

    @Test
    void concurrentOrders_acceptOne() {
        var body = upgradeBody(instance, size + 1024);
        var calls = IntStream.range(0, 32)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.errorCode("UpgradeInstance", body)))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).filter(String::isEmpty))
                .hasSize(1);
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, LimitExceeded.InvalidMemSize",
        "0, LimitExceeded.InvalidMemSize",
        "-1024, LimitExceeded.InvalidMemSize",
        "66560, InvalidParameterValue.MemSizeNotInRange",
        "9223372036854774784, InvalidParameterValue.MemSizeNotInRange",
    })
    void unavailableSize_isRejected(long memSize, String code) {
        assertThat(code("UpgradeInstance", "\"MemSize\":" + memSize)).isEqualTo(code);
        assertThat(emulator.acceptedUpgradeCount(id)).isZero();
        assertThat(status()).isEqualTo(2);
    }

    @Test
    void shrinkingBelowUsedMemory_isRejected() {
        var rows = client.call("DescribeInstances", "{\"Limit\":300}").path("InstanceSet");
        var refused = 0;
        for (var row : rows) {
            var code = client.errorCode("UpgradeInstance", upgradeBody(row, 1024));
            assertThat(code).isIn("", "InvalidParameterValue.ReduceCapacityNotAllowed");
            if (!code.isEmpty()) {
                assertThat(row.path("RedisShardSize").intValue()).isGreaterThan(1024);
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 290);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"RedisShardNum\":3', InvalidParameterValue.UnSupportedType",
        "'\"RedisReplicasNum\":0', InvalidParameterValue.SpecNotExist",
        "'\"RedisReplicasNum\":6', InvalidParameterValue.SpecNotExist",
        "'\"RedisReplicasNum\":4', InvalidParameter.InvalidParameter",
    })
    void upgrade_changesOneDimensionAtATime(String other, String code) {
        assertThat(code("UpgradeInstance", "\"MemSize\":" + (size + 1024) + "," + other))
                .isEqualTo(code);
    }

    @Test
    void upgrade_addsReplicas() {
        assertThat(code("UpgradeInstance", "\"MemSize\":" + size + ",\"RedisReplicasNum\":4"))
                .isEmpty();
        advance(10_150);
        assertThat(row().path("RedisReplicasNum").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "UpgradeInstance, ResourceNotFound.InstanceNotExists",
        "ManualBackupInstance, ResourceNotFound.InstanceNotExists",
        "DescribeInstanceBackups, ResourceNotFound.InstanceNotExists",
        "ClearInstance, ResourceNotFound",
    })
    void unknownInstance_isNotFound(String action, String code) {
        var size = action.equals("UpgradeInstance") ? ",\"MemSize\":1024" : "";
        assertThat(client.errorCode(action, "{\"InstanceId\":\"crs-00000000\"" + size + "}"))
                .isEqualTo(code);
        assertThat(Api3TestClient.errorCode(client.request(action)
                        .header("x-tc-region", "ap-tokyo")
                        .body("{\"InstanceId\":\"" + id + "\"" + size + "}")
                        .send()))
                .isEqualTo(code);
    }

    @Test
    void orderLookup_takesTenIdsAndOmitsUnknownOnes() {
        var deal = upgrade(size + 1024);
        var found = client.call(
                "DescribeInstanceDealDetail", "{\"DealIds\":[\"1\",\"x\",\"" + deal + "\",\"" + deal + "\"]}");
        assertThat(found.path("DealDetails")).hasSize(1);
        var fields = Api3TestClient.API
                .action("DescribeInstanceDealDetail")
                .orElseThrow()
                .output();
        DocumentedFieldsAssert.assertComplete(fields, found, "DescribeInstanceDealDetail");
        var eleven = "\"1\",".repeat(10) + "\"1\"";
        assertThat(client.errorCode("DescribeInstanceDealDetail", "{\"DealIds\":[" + eleven + "]}"))
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void failedTask_failsItsOrderAndChangesNothing() {
        emulator.failNextTask(id, "no host has room");
        var deal = upgrade(size + 1024);
        advance(9_999);
        assertThat(orderStatus(deal)).isEqualTo(3);
        advance(1);
        assertThat(orderStatus(deal)).isEqualTo(5);
        advance(150);
        assertThat(status()).isEqualTo(2);
        assertThat(row().path("RedisShardSize").intValue()).isEqualTo(size);
        var task = tasks("{}").path("Tasks").path(0);
        assertThat(task.path("Result").intValue()).isEqualTo(4);
        var info = taskInfo(task.path("TaskId").longValue());
        assertThat(info.path("Status").asText()).isEqualTo("failed");
        assertThat(info.path("TaskMessage").asText()).isEqualTo("no host has room");

        assertThat(orderStatus(upgrade(size + 1024))).isEqualTo(2);
        advance(10_150);
        assertThat(row().path("RedisShardSize").intValue()).isEqualTo(size + 1024);
        assertThat(emulator.acceptedUpgradeCount(id)).isEqualTo(2);
    }

    @Test
    void failNextTask_rejectsUnknownInstances() {
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.failNextTask("crs-nothing", "x"));
    }

    @Test
    void task_isPreparedThenRunsThenSucceeds() {
        var task = start("ClearInstance", "");
        assertThat(status()).isEqualTo(1);
        assertThat(taskInfo(task).path("Status").asText()).isEqualTo("preparing");
        advance(1000);
        assertThat(taskInfo(task).path("Status").asText()).isEqualTo("running");
        advance(4500);
        assertThat(tasks("{}").path("Tasks").path(0).path("Progress").doubleValue())
                .isEqualTo(0.49);
        advance(4499);
        assertThat(taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(taskInfo(task).path("TaskMessage").asText()).isEmpty();
        advance(1);
        var info = taskInfo(task);
        assertThat(info.path("Status").asText()).isEqualTo("succeed");
        assertThat(info.path("InstanceId").asText()).isEqualTo(id);
        assertThat(info.path("StartTime").asText()).isEqualTo("2026-03-01 08:00:00");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("DescribeTaskInfo").orElseThrow().output(), info, "info");
        assertThat(status()).isEqualTo(2);
    }

    @Test
    void unknownTask_isAnInvalidParameter() {
        assertThat(client.errorCode("DescribeTaskInfo", "{\"TaskId\":1}"))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void tasks_areListedNewestFirst() {
        var first = start("ClearInstance", "");
        advance(10_000);
        var second = start("ManualBackupInstance", "");
        advance(5_000);
        var third = client.call("ClearInstance", "{\"InstanceId\":\"" + anotherId() + "\"}")
                .path("TaskId")
                .longValue();

        assertThat(taskIds("{}")).containsExactly(third, second, first);
        assertThat(taskIds("{\"Limit\":1,\"Offset\":1}")).containsExactly(second);
        assertThat(tasks("{\"Limit\":1,\"Offset\":1}").path("TotalCount").intValue())
                .isEqualTo(3);
        assertThat(taskIds("{\"InstanceId\":\"" + id + "\"}")).containsExactly(second, first);
        assertThat(taskIds("{\"TaskTypes\":[\"012\"]}")).containsExactly(second);
        assertThat(taskIds("{\"TaskTypes\":[\"001\"]}")).isEmpty();
        assertThat(taskIds("{\"Result\":[2]}")).containsExactly(first);
        assertThat(taskIds("{\"Result\":[0,1]}")).containsExactly(third, second);
        assertThat(taskIds("{\"BeginTime\":\"2026-03-01 08:00:10\"}")).containsExactly(third, second);
        assertThat(taskIds("{\"EndTime\":\"2026-03-01 08:00:10\"}")).containsExactly(second, first);
        assertThat(client.errorCode("DescribeTaskList", "{\"BeginTime\":\"yesterday\"}"))
                .isEqualTo("InvalidParameterValue");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("DescribeTaskList").orElseThrow().output(), tasks("{}"), "DescribeTaskList");
    }

    private String anotherId() {
        return client.call("DescribeInstances", "{\"Limit\":1,\"TypeVersion\":3}")
                .path("InstanceSet")
                .path(0)
                .path("InstanceId")
                .asText();
    }

    private void advance(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private String upgrade(int memSize) {
        return client.call("UpgradeInstance", upgradeBody(instance, memSize))
                .path("DealId")
                .asText();
    }

    private static String upgradeBody(JsonNode row, int memSize) {
        return "{\"InstanceId\":" + row.path("InstanceId") + ",\"MemSize\":" + memSize + "}";
    }

    private String code(String action, String parameters) {
        return client.errorCode(action, "{\"InstanceId\":\"" + id + "\"," + parameters + "}");
    }

    private long start(String action, String parameters) {
        return client.call(action, "{\"InstanceId\":\"" + id + "\"" + parameters + "}")
                .path("TaskId")
                .longValue();
    }

    private JsonNode order(String deal) {
        return client.call("DescribeInstanceDealDetail", "{\"DealIds\":[\"" + deal + "\"]}")
                .path("DealDetails")
                .path(0);
    }

    private int orderStatus(String deal) {
        return order(deal).path("Status").intValue();
    }

    private JsonNode row() {
        return client.call("DescribeInstances", "{\"InstanceId\":\"" + id + "\"}")
                .path("InstanceSet")
                .path(0);
    }

    private int status() {
        return row().path("Status").intValue();
    }

    private JsonNode taskInfo(long task) {
        return client.call("DescribeTaskInfo", "{\"TaskId\":" + task + "}");
    }

    private JsonNode tasks(String body) {
        return client.call("DescribeTaskList", body);
    }

    private List<Long> taskIds(String body) {
        return tasks(body).path("Tasks").findValues("TaskId").stream()
                .map(JsonNode::longValue)
                .toList();
    }
}
