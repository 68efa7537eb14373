package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.crs.CrsProtocolHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** API v2 and API 3.0 look at the same instances, orders, tasks and backups. */
class CrsTranslationsTest {
    private static final JsonNode DOCUMENTATION = loadDocumentation();
    private static final Duration LONGER_THAN_ANY_TASK = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:02:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(
            EmulatorOptions.builder().clock(clock).quotaMode(QuotaMode.OFF).build());
    private final FormTestClient client = new FormTestClient(emulator, clock::millis, "/v2/index.php");
    private final Api3TestClient api3 = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(api3);
    private String id = "";

    @BeforeEach
    void selectInstance() {
        id = rows("ProductType", "standalone").path("InstanceId").asText();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void instanceOfApi3_isResizedThroughV2() {
        var created = api3.call(
                "CreateInstances",
                "{\"TypeId\":8,\"MemSize\":1024,\"GoodsNum\":1,\"Period\":1,\"BillingMode\":0,\"NoAuth\":true,"
                        + "\"VpcId\":\"vpc-1\",\"SubnetId\":\"subnet-1\"}");
        var made = created.path("InstanceIds").path(0).asText();
        assertThat(moduleErrorCode(call("UpgradeRedis", "redisId", made, "memSize", 2048)))
                .isEqualTo(10702);
        clock.advance(LONGER_THAN_ANY_TASK);

        var upgrade = call("UpgradeRedis", "redisId", made, "memSize", 2048);

        assertThat(upgrade.path("code").asText()).isEqualTo("0");
        var deal = upgrade.path("data").path("dealId").asText();
        assertThat(inspector.order(deal).path("InstanceIds").path(0).asText()).isEqualTo(made);
        assertThat(deal(deal).path("status").intValue()).isEqualTo(2);
        assertThat(inspector.status(made)).isEqualTo(1);
        clock.advance(LONGER_THAN_ANY_TASK);
        assertThat(deal(deal).path("status").intValue()).isEqualTo(4);
        assertThat(deal(deal).path("goodsDetail").path("memSize").intValue()).isEqualTo(2048);
        assertThat(inspector.row(made).path("Size").intValue()).isEqualTo(2048);
        assertThat(inspector.status(made)).isEqualTo(2);
        assertThat(instance(made).path("size").asText()).isEqualTo("2048");
        assertThat(emulator.acceptedUpgradeCount(made)).isEqualTo(1);
    }

    @Test
    void instanceCreatedThroughV2_isListedByApi3() {
        var deal = create(1, 2048, "12D3E@!r5ed").path("data").path("dealId").asText();
        clock.advance(LONGER_THAN_ANY_TASK);
        var ids = deal(deal).path("goodsDetail").path("redisIds");
        assertThat(ids).hasSize(2);
        var row = inspector.row(ids.path(0).asText());
        assertThat(row.path("Type").intValue()).isEqualTo(4);
        assertThat(row.path("CurrentRedisVersion").asText()).startsWith("3.2.");
        assertThat(row.path("ZoneId").intValue()).isEqualTo(100002);
        assertThat(instance(ids.path(1).asText()).path("typeId").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1024, 12D3E@!r5ed, 11053",
        "1, 1000, 12D3E@!r5ed, 10703",
        "1, 1024, short1, 11058",
        "1, 1024, onlyletters, 11058",
        "1, 1024, '', 10501",
    })
    void unavailableSpec_isRejected(int type, int size, String password, int code) {
        assertThat(moduleErrorCode(create(type, size, password))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ModfiyRedisPassword, 12D3E@!r5ed, wrong-old, 10502",
        "ModfiyRedisPassword, short1, 49A2d!e@f12e, 11058",
        "ModfiyRedisPassword, 12D3E@!r5ed, 49A2d!e@f12e, 0",
        "ResetRedisPassword, onlyletters, '', 11058",
        "ResetRedisPassword, seventeen-12345678, '', 11058",
        "ClearRedis, 12D3E@!r5ed, '', 10712",
        "ClearRedis, '', '', 10501",
        "ClearRedis, 49A2d!e@f12e, '', 0",
    })
    void password_isCheckedAndValidated(String action, String password, String old, int code) {
        start("ResetRedisPassword");
        clock.advance(LONGER_THAN_ANY_TASK);
        assertThat(inspector.row(id).path("NoAuth").booleanValue()).isFalse();
        var request = client.request(action).with("redisId", id).with("password", password);
        var answer = old.isEmpty()
                ? request.send()
                : request.with("oldPassword", old).send();
        assertThat(code == 0 ? answer.path("code").asInt(-1) : moduleErrorCode(answer))
                .isEqualTo(code);
    }

    @Test
    void clusterResize_appliesToEveryShard() {
        var row = rows("ProductType", "cluster");
        var cluster = row.path("InstanceId").asText();
        var shards = row.path("RedisShardNum").intValue();
        var size = (row.path("RedisShardSize").intValue() + 1024) * shards;
        assertThat(moduleErrorCode(call("UpgradeRedis", "redisId", cluster, "memSize", size + 1024)))
                .isEqualTo(10703);
        assertThat(call("UpgradeRedis", "redisId", cluster, "memSize", size)
                        .path("data")
                        .has("dealId"))
                .isTrue();
        clock.advance(LONGER_THAN_ANY_TASK);
        assertThat(inspector.row(cluster).path("Size").intValue()).isEqualTo(size);
        assertThat(moduleErrorCode(call("UpgradeRedis", "redisId", cluster, "memSize", size)))
                .isEqualTo(11057);
        assertThat(moduleErrorCode(call("UpgradeRedis", "redisId", cluster, "memSize", 65_536 * 2 * shards)))
                .isEqualTo(11063);
        assertThat(moduleErrorCode(call("UpgradeRedis", "redisId", "crs-nothing1", "memSize", size)))
                .isEqualTo(10701);
    }

    @ParameterizedTest
    @CsvSource({
        "ClearRedis, cleanInstance, 10707",
        "ModfiyRedisPassword, setPassword, 10707",
        "ResetRedisPassword, setPassword, 10702",
        "ManualBackupInstance, backupInstance, 10707",
        "RestoreInstance, restoreBackup, 10707",
    })
    void task_isPolledToCompletion(String action, String name, int locked) {
        var task = start(action).path("data").path("requestId").intValue();
        assertThat(taskStatus(task)).isZero();
        assertThat(moduleErrorCode(start(action))).isEqualTo(locked);
        clock.advance(Duration.ofMillis(210));
        assertThat(taskStatus(task)).isEqualTo(1);
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("running");
        assertThat(tasks("taskStatus.0", 1).path("totalCount").intValue()).isEqualTo(1);
        clock.advance(LONGER_THAN_ANY_TASK);
        assertThat(taskStatus(task)).isEqualTo(2);
        assertThat(tasks("taskStatus.0", 1).path("totalCount").intValue()).isZero();
        var row = tasks("taskStatus.0", 2).path("data").path("redisTaskSet").path(0);
        assertThat(row.path("taskName").asText()).isEqualTo(name);
        assertThat(row.path("redisId").asText()).isEqualTo(id);
        assertThat(row.path("status").intValue()).isEqualTo(2);
        assertThat(row.path("progress").doubleValue()).isEqualTo(1);
    }

    @Test
    void failedTask_hasItsDocumentedStatus() {
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("no room"));
        var failed = start("ClearRedis").path("data").path("requestId").intValue();
        clock.advance(LONGER_THAN_ANY_TASK);
        emulator.setNextTaskOutcome(id, TaskOutcome.endsInError("no luck"));
        var erred = start("ClearRedis").path("data").path("requestId").intValue();
        clock.advance(LONGER_THAN_ANY_TASK);
        assertThat(taskStatus(failed)).isEqualTo(3);
        assertThat(taskStatus(erred)).isEqualTo(-1);
        assertThat(tasks("taskType.0", "task_cleanInstance").path("totalCount").intValue())
                .isEqualTo(2);
        assertThat(tasks("taskType.0", "task_importRdb").path("totalCount").intValue())
                .isZero();
        assertThat(moduleErrorCode(call("DescribeTaskInfo", "requestId", 99))).isEqualTo(11201);
    }

    @Test
    void backup_isListedAndHasADownloadUrl() {
        start("ManualBackupInstance");
        clock.advance(LONGER_THAN_ANY_TASK);
        var list = call("GetRedisBackupList", "redisId", id, "limit", 10, "offset", 0);
        assertThat(list.path("totalCount").intValue()).isEqualTo(8);
        assertThat(list.findValuesAsText("backupType"))
                .startsWith("manualBackupInstance", "systemBackupInstance")
                .hasSize(8);
        var backup = list.path("data").path("redisBackupSet").path(0);
        assertThat(backup.path("remark").asText()).isEqualTo("by hand");
        var url = call(
                "GetBackupDownloadUrl",
                "redisId",
                id,
                "backupId",
                backup.path("backupId").asText());
        assertThat(url.path("data").path("extranet").asText()).startsWith("https://");
        assertThat(moduleErrorCode(call("GetBackupDownloadUrl", "redisId", id, "backupId", "1-2-3")))
                .isEqualTo(11213);
        assertThat(moduleErrorCode(call("RestoreInstance", "redisId", id, "password", "x", "backupId", "1-2-3")))
                .isEqualTo(11213);
    }

    @Test
    void unknownOrder_isNotFound() {
        var renewed = call("RenewRedis", "redisId", id, "period", 1)
                .path("data")
                .path("dealId")
                .asText();
        assertThat(deal(renewed).path("goodsNum").intValue()).isEqualTo(1);
        var answer = call("DescribeRedisDealDetail", "dealIds.0", renewed, "dealIds.1", "1");
        assertThat(answer.path("code").intValue()).isEqualTo(5100);
        assertThat(answer.path("message").asText()).isEqualTo("(11059)There is no such order.");
        assertThat(answer.path("codeDesc").asText()).isEqualTo("DealIdNotFound");
        assertThat(moduleErrorCode(call("RenewRedis", "redisId", id, "period", 61)))
                .isEqualTo(11065);
    }

    @Test
    void list_isPagedAndFiltered() {
        var all = new HashSet<String>();
        for (var offset = 0; offset < 300; offset += 100) {
            var page = call("DescribeRedis", "limit", 100, "offset", offset);
            assertThat(page.path("totalCount").intValue()).isEqualTo(300);
            page.path("data")
                    .path("redisSet")
                    .forEach(row -> all.add(row.path("redisId").asText()));
        }
        assertThat(all).hasSize(300).contains(id);
        var project = instance(id).path("projectId").asText();
        call("DescribeRedis", "limit", 1000, "offset", 0, "projectIds.0", project)
                .path("data")
                .path("redisSet")
                .forEach(row -> assertThat(row.path("projectId").asText()).isEqualTo(project));
        assertThat(moduleErrorCode(call("DescribeRedis", "limit", 0, "offset", 0)))
                .isEqualTo(11201);
        assertThat(moduleErrorCode(call("DescribeRedis", "limit", 1001, "offset", 0)))
                .isEqualTo(11201);
        assertThat(moduleErrorCode(call("DescribeRedis", "limit", 1, "offset", -1)))
                .isEqualTo(11201);
        assertThat(moduleErrorCode(call("DescribeRedis", "limit", 1, "offset", 0, "projectIds.0", "a")))
                .isEqualTo(11201);
    }

    static Stream<String> actions() {
        return DOCUMENTATION.propertyStream().map(Map.Entry::getKey);
    }

    /** An answer has the members that the documented one has, and their rows have those of the rows there. */
    @ParameterizedTest
    @MethodSource("actions")
    void everyAction_hasItsDocumentedResponseShape(String action) {
        start("ManualBackupInstance");
        clock.advance(LONGER_THAN_ANY_TASK);
        var request = client.request(action);
        DOCUMENTATION.path(action).path("input").properties().forEach(parameter -> {
            if (parameter.getValue().asText().endsWith("!")) {
                var name = parameter.getKey();
                request.with(parameter.getValue().asText().contains("[]") ? name + ".0" : name, value(name));
            }
        });
        var answer = request.send();
        assertThat(answer.path("code").asInt(-1)).as(answer.toString()).isZero();
        assertShape(DOCUMENTATION.path(action).path("answer"), answer, action);
    }

    private Object value(String name) {
        return switch (name) {
            case "redisId", "redisIds" -> id;
            case "backupId" -> backupId();
            case "requestId" -> 100_001;
            case "dealIds" ->
                call("RenewRedis", "redisId", id, "period", 1)
                        .path("data")
                        .path("dealId")
                        .asText();
            case "zoneId" -> 100002;
            case "memSize" -> 65_536;
            case "limit" -> 10;
            case "offset" -> 0;
            case "password" -> "49A2d!e@f12e";
            default -> 1;
        };
    }

    private String backupId() {
        return call("GetRedisBackupList", "redisId", id, "limit", 10, "offset", 0)
                .path("data")
                .path("redisBackupSet")
                .path(0)
                .path("backupId")
                .asText();
    }

    private static void assertShape(JsonNode documented, JsonNode actual, String path) {
        assertThat(actual.getNodeType()).as(path).isEqualTo(documented.getNodeType());
        if (documented.isArray()) {
            assertThat(actual).as(path).isNotEmpty();
            assertShape(documented.path(0), actual.path(0), path + ".0");
        } else if (documented.isObject() && !path.endsWith("goodsDetail")) {
            documented
                    .properties()
                    .forEach(member ->
                            assertShape(member.getValue(), actual.path(member.getKey()), path + "." + member.getKey()));
            assertThat(actual.propertyStream().map(Map.Entry::getKey))
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(
                            documented.propertyStream().map(Map.Entry::getKey).toList());
        }
    }

    private JsonNode start(String action) {
        var request = client.request(action).with("redisId", id);
        return switch (action) {
            case "ManualBackupInstance" -> request.with("remark", "by hand").send();
            case "ModfiyRedisPassword" ->
                request.with("password", "49A2d!e@f12e")
                        .with("oldPassword", "x")
                        .send();
            case "RestoreInstance" ->
                request.with("password", "x").with("backupId", backupId()).send();
            default -> request.with("password", "49A2d!e@f12e").send();
        };
    }

    private JsonNode create(int type, int size, String password) {
        return call(
                "CreateRedis",
                "zoneId",
                100002,
                "typeId",
                type,
                "memSize",
                size,
                "goodsNum",
                2,
                "period",
                1,
                "password",
                password);
    }

    private int taskStatus(int task) {
        return call("DescribeTaskInfo", "requestId", task)
                .path("data")
                .path("status")
                .asInt(-100);
    }

    private JsonNode tasks(String filter, Object value) {
        return call("GetRedisTaskList", "limit", 10, "offset", 0, "redisId", id, filter, value);
    }

    private JsonNode deal(String deal) {
        return call("DescribeRedisDealDetail", "dealIds.0", deal)
                .path("dealDetails")
                .path(0);
    }

    private JsonNode instance(String redisId) {
        return call("DescribeRedis", "limit", 1, "offset", 0, "redisId", redisId)
                .path("data")
                .path("redisSet")
                .path(0);
    }

    /** The first instance whose row says so. */
    private JsonNode rows(String field, String value) {
        return StreamSupport.stream(
                        api3.call("DescribeInstances", "{\"Limit\":100}")
                                .path("InstanceSet")
                                .spliterator(),
                        false)
                .filter(row -> row.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode call(String action, Object... parameters) {
        var request = client.request(action);
        for (var i = 0; i < parameters.length; i += 2) {
            request.with(parameters[i].toString(), parameters[i + 1]);
        }
        return request.send();
    }

    /** The number of the module's error, which stands before its text; the common number is always the same. */
    private static int moduleErrorCode(JsonNode answer) {
        assertThat(answer.path("code").asText()).as(answer.toString()).isEqualTo("5100");
        assertThat(answer.path("codeDesc").asText()).isNotEmpty();
        var message = answer.path("message").asText();
        assertThat(message).matches("\\(\\d+\\).+");
        return Integer.parseInt(message.substring(1, message.indexOf(')')));
    }

    private static JsonNode loadDocumentation() {
        try (var in = CrsProtocolHandler.class.getResourceAsStream("crs-v2.json")) {
            return Api3TestClient.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
