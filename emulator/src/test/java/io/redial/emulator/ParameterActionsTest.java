package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters are set one by one and by templates, and their history is kept; all work takes ten seconds. */
class ParameterActionsTest {
    private static final int CHANGING = 1;
    private static final int CHANGED = 2;
    private static final int FAILED = 3;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
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
    void newInstance_hasTheDocumentedDefaults() {
        var answer = params(id);
        assertThat(answer.path("TotalCount").intValue()).isEqualTo(18);
        assertThat(answer.path("InstanceEnumParam")).hasSize(6);
        assertThat(answer.path("InstanceIntegerParam")).hasSize(10);
        assertThat(answer.path("InstanceMultiParam")).hasSize(1);
        assertThat(answer.path("InstanceTextParam")).hasSize(1);
        assertThat(param("timeout").toString())
                .contains("\"CurrentValue\":\"31536000\"", "\"Min\":\"60\"", "\"Max\":\"2147483647\"", "\"Status\":2");
        assertThat(param("disable-command-list").path("EnumValue")).hasSize(37);
        assertThat(records()).isEmpty();
    }

    @Test
    void newValue_appliesAfterItsTask() {
        var answer = modify("timeout", "120");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("ModifyInstanceParams").orElseThrow().output(),
                answer,
                "ModifyInstanceParams");
        assertParam("timeout", "31536000", CHANGING);
        assertParam("hz", "10", CHANGED);
        assertRecord(0, "timeout", "31536000", "120", CHANGING);
        completeTasks();
        assertParam("timeout", "120", CHANGED);
        assertRecord(0, "timeout", "31536000", "120", CHANGED);
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("034");

        modify("timeout", "240");
        completeTasks();
        assertParam("timeout", "240", CHANGED);
        assertRecord(0, "timeout", "120", "240", CHANGED);
        assertRecord(1, "timeout", "31536000", "120", CHANGED);
        assertThat(records().path(0).path("ModifyTime").asText()).isEqualTo("2026-03-01 08:00:10");
    }

    @Test
    void failedChange_isOnlyInTheHistory() {
        emulator.setNextTaskOutcome(id, TaskOutcome.endsInError("no room"));
        modify("timeout", "120");
        assertRecord(0, "timeout", "31536000", "120", CHANGING);
        completeTasks();
        assertParam("timeout", "31536000", CHANGED);
        assertRecord(0, "timeout", "31536000", "120", FAILED);
    }

    @Test
    void hangingTask_keepsTheParameterChanging() {
        emulator.setNextTaskOutcome(id, TaskOutcome.neverCompletes());
        modify("timeout", "120");
        clock.advance(Duration.ofDays(100));
        assertParam("timeout", "31536000", CHANGING);
        assertThat(Api3TestClient.errorCode(modify("timeout", "240")))
                .isEqualTo("ResourceUnavailable.InstanceLockedError");
        assertThat(records()).hasSize(1);
    }

    @Test
    void severalParameters_areChangedAndRecorded() {
        client.call(
                "ModifyInstanceParams",
                "{\"InstanceId\":\"" + id + "\",\"InstanceParams\":[{\"Key\":\"hz\",\"Value\":\"20\"},"
                        + "{\"Key\":\"sentineauth\",\"Value\":\"yes\"},{\"Key\":\"timeout\",\"Value\":\"31536000\"}]}");
        completeTasks();
        assertParam("hz", "20", CHANGED);
        assertParam("sentineauth", "yes", CHANGED);
        assertThat(records()).hasSize(2);
        var page =
                client.call("DescribeInstanceParamRecords", "{\"InstanceId\":\"" + id + "\",\"Limit\":1,\"Offset\":1}");
        assertThat(page.path("InstanceParamHistory")).containsExactly(records().path(1));
        assertThat(page.path("TotalCount").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 1, InvalidParameter",
        "timeout, 59, InvalidParameter",
        "timeout, 60, ''",
        "timeout, 2147483647, ''",
        "timeout, 2147483648, InvalidParameter",
        "timeout, 99999999999999999999, InvalidParameter",
        "timeout, soon, InvalidParameter",
        "timeout, '', InvalidParameter",
        "maxmemory-policy, allkeys-lfu, ''",
        "maxmemory-policy, none, InvalidParameter",
        "disable-command-list, 'flushall,keys', ''",
        "disable-command-list, 'flushall,', InvalidParameter",
        "disable-command-list, get, InvalidParameter",
        "disable-command-list, '', ''",
        "notify-keyspace-events, KEA, ''",
        "notify-keyspace-events, KEQ, InvalidParameter",
        "notify-keyspace-events, '', ''",
    })
    void parameterValue_isValidated(String name, String value, String code) {
        assertThat(Api3TestClient.errorCode(modify(name, value))).isEqualTo(code);
        assertThat(emulator.acceptedCount("ModifyInstanceParams", id)).isEqualTo(code.isEmpty() ? 1 : 0);
        completeTasks();
        if (code.isEmpty()) {
            assertThat(param(name).path("CurrentValue").asText()).isEqualTo(value.isEmpty() ? "\"\"" : value);
        }
    }

    @Test
    void emptyChange_isRejected() {
        assertThat(client.errorCode("ModifyInstanceParams", "{\"InstanceId\":\"" + id + "\",\"InstanceParams\":[]}"))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void history_dropsTheOldestChanges() {
        for (var value = 1; value <= 205; value++) {
            modify("hz", Integer.toString(value + 10));
            completeTasks();
        }
        var all = client.call("DescribeInstanceParamRecords", "{\"InstanceId\":\"" + id + "\",\"Limit\":1000}");
        assertThat(all.path("TotalCount").intValue()).isEqualTo(200);
        assertThat(all.path("InstanceParamHistory").path(0).path("NewValue").asText())
                .isEqualTo("215");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeInstanceParams", "DescribeInstanceParamRecords"})
    void unknownInstance_isNotFound(String action) {
        assertThat(inspector.errorCode(action, "crs-nothing1")).isEqualTo("ResourceNotFound.InstanceNotExists");
    }

    @Test
    void isolatedInstance_showsButDoesNotChangeParameters() {
        modify("timeout", "120");
        completeTasks();
        inspector.call("DestroyPostpaidInstance", id);
        completeTasks();
        assertParam("timeout", "120", CHANGED);
        assertThat(Api3TestClient.errorCode(modify("timeout", "240")))
                .isEqualTo("ResourceUnavailable.InstanceStateError");
    }

    @Test
    void newInstance_hasTheValuesOfItsTemplate() {
        var template = template(8, "timeout", "120");
        var create =
                "{\"TypeId\":8,\"MemSize\":1024,\"GoodsNum\":1,\"Period\":1,\"BillingMode\":0,\"NoAuth\":true,\"VpcId\":\"vpc-1\",\"SubnetId\":\"subnet-1\","
                        + "\"TemplateId\":\"%s\"}";
        var made = client.call("CreateInstances", create.formatted(template))
                .path("InstanceIds")
                .path(0)
                .asText();
        clock.advance(Duration.ofMillis(10_150));
        assertThat(param(made, "timeout").path("CurrentValue").asText()).isEqualTo("120");
        assertThat(client.errorCode("CreateInstances", create.formatted("crs-cfg-nothing1")))
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void oldVersion_hasFewerParameters() {
        var made = client.call(
                        "CreateInstances",
                        "{\"TypeId\":2,\"MemSize\":1024,\"GoodsNum\":1,\"Period\":1,\"BillingMode\":0,\"NoAuth\":true,\"VpcId\":\"vpc-1\",\"SubnetId\":\"subnet-1\"}")
                .path("InstanceIds")
                .path(0)
                .asText();
        clock.advance(Duration.ofMillis(10_150));
        assertThat(params(made).path("TotalCount").intValue()).isEqualTo(14);
        assertThat(Api3TestClient.errorCode(modify(made, "lazyfree-lazy-expire", "no")))
                .isEqualTo("InvalidParameter");
        assertThat(Api3TestClient.errorCode(modify(made, "maxmemory-policy", "allkeys-lfu")))
                .isEqualTo("InvalidParameter");

        var template = template(6, "maxmemory-policy", "allkeys-lfu");
        apply(template, made);
        completeTasks();
        assertThat(param(made, "maxmemory-policy").path("CurrentValue").asText())
                .isEqualTo("noeviction");
    }

    @Test
    void template_setsAllParametersOfEveryInstance() {
        var other = inspector.oldestInstances(1).get(0);
        var template = template(6, "timeout", "120");
        modify("hz", "20");
        completeTasks();
        var answer = apply(template, id, other);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("ApplyParamsTemplate").orElseThrow().output(), answer, "ApplyParamsTemplate");
        assertParam("timeout", "31536000", CHANGING);
        assertParam("hz", "20", CHANGING);
        assertParam("hash-max-ziplist-value", "64", CHANGED);
        completeTasks();
        assertParam("timeout", "120", CHANGED);
        assertParam("hz", "10", CHANGED);
        assertThat(param(other, "timeout").path("CurrentValue").asText()).isEqualTo("120");
        assertThat(records()).hasSize(3);
    }

    @Test
    void inapplicableTemplate_changesNothing() {
        assertThat(Api3TestClient.errorCode(apply("crs-cfg-nothing1", id))).isEqualTo("InvalidParameter");
        var template = template(6, "timeout", "120");
        assertThat(Api3TestClient.errorCode(apply(template, id, "crs-nothing1")))
                .isEqualTo("ResourceNotFound.InstanceNotExists");
        assertThat(Api3TestClient.errorCode(apply(template))).isEqualTo("InvalidParameter");
        assertThat(records()).isEmpty();
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("no room"));
        apply(template, id);
        completeTasks();
        assertParam("timeout", "31536000", CHANGED);
        assertRecord(0, "timeout", "31536000", "120", FAILED);
    }

    @Test
    void deletedTemplate_isStillAppliedByItsTask() {
        var template = template(6, "timeout", "120");
        apply(template, id);
        client.call("DeleteParamTemplate", "{\"TemplateId\":\"" + template + "\"}");
        completeTasks();
        assertParam("timeout", "120", CHANGED);
    }

    private void completeTasks() {
        clock.advance(Duration.ofSeconds(10));
    }

    private void assertParam(String name, String value, int status) {
        assertThat(param(name).path("CurrentValue").asText()).isEqualTo(value);
        assertThat(param(name).path("Status").intValue()).isEqualTo(status);
    }

    private void assertRecord(int index, String name, String before, String after, int status) {
        var row = records().path(index);
        assertThat(row.path("ParamName").asText()).isEqualTo(name);
        assertThat(row.path("PreValue").asText()).isEqualTo(before);
        assertThat(row.path("NewValue").asText()).isEqualTo(after);
        assertThat(row.path("Status").intValue()).isEqualTo(status);
    }

    private JsonNode modify(String name, String value) {
        return modify(id, name, value);
    }

    private JsonNode modify(String instance, String name, String value) {
        return client.call(
                "ModifyInstanceParams",
                "{\"InstanceId\":\"" + instance + "\",\"InstanceParams\":[{\"Key\":\"" + name + "\",\"Value\":\""
                        + value + "\"}]}");
    }

    private String template(int type, String name, String value) {
        return client.call(
                        "CreateParamTemplate",
                        "{\"Name\":\"mine\",\"ProductType\":" + type + ",\"ParamList\":[{\"Key\":\"" + name
                                + "\",\"Value\":\"" + value + "\"}]}")
                .path("TemplateId")
                .asText();
    }

    private JsonNode apply(String template, String... instances) {
        var ids = instances.length == 0 ? "" : "\"" + String.join("\",\"", instances) + "\"";
        return client.call(
                "ApplyParamsTemplate", "{\"InstanceIds\":[" + ids + "],\"TemplateId\":\"" + template + "\"}");
    }

    private JsonNode param(String name) {
        return param(id, name);
    }

    private JsonNode param(String instance, String name) {
        for (var list : params(instance)) {
            for (var row : list) {
                if (row.path("ParamName").asText().equals(name)) {
                    return row;
                }
            }
        }
        throw new AssertionError("there is no parameter " + name);
    }

    private JsonNode params(String instance) {
        var answer = inspector.call("DescribeInstanceParams", instance);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeInstanceParams")
                        .orElseThrow()
                        .output(),
                answer,
                "Params");
        return answer;
    }

    private JsonNode records() {
        var answer = inspector.call("DescribeInstanceParamRecords", id);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeInstanceParamRecords")
                        .orElseThrow()
                        .output(),
                answer,
                "Records");
        return answer.path("InstanceParamHistory");
    }
}
