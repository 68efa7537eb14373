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

/** Accounts of an instance come, change and go; all work takes ten seconds. */
class AccountActionsTest {
    private static final String INVALID = "InvalidParameterValue";
    private static final String ACCOUNT_FIELDS =
            "'AccountPassword':'secret-1','ReadonlyPolicy':['master'],'Privilege':'r'";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
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
    void rootAccount_alwaysExists() {
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
        assertThat(account(0).toString().replace('"', '\''))
                .contains("'AccountName':'root'", "'Remark':'default'", "'Privilege':'rw'", "'CreateTime':''")
                .contains("'ReadonlyPolicy':['master']", "'Status':2");
    }

    @Test
    void createdAccount_existsAfterItsTask() {
        create("reader");
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
        completeTasks();
        assertThat(list().path("TotalCount").intValue()).isEqualTo(2);
        assertThat(account(1).toString().replace('"', '\''))
                .contains("'AccountName':'reader'", "'Remark':''", "'Privilege':'r'", "'ReadonlyPolicy':['master']")
                .contains("'Status':2", "'CreateTime':'2026-03-01 08:00:00'", "'InstanceId':'" + id + "'");
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("037");
    }

    @Test
    void modifiedAccount_showsItsPendingChange() {
        create("reader");
        completeTasks();
        var answer = call(
                "ModifyInstanceAccount",
                "'AccountName':'reader','Privilege':'rw','Remark':'of the team','ReadonlyPolicy':['replication','master']");
        assertThat(answer.path("TaskId").isIntegralNumber()).isTrue();
        assertThat(account(1).path("Status").intValue()).isEqualTo(1);
        assertThat(account(0).path("Status").intValue()).isEqualTo(2);
        assertThat(account(1).path("Privilege").asText()).isEqualTo("r");
        completeTasks();
        assertThat(account(1).toString().replace('"', '\''))
                .contains("'Status':2", "'Privilege':'rw'", "'Remark':'of the team'")
                .contains("'ReadonlyPolicy':['replication','master']");
        call("ModifyInstanceAccount", "'AccountName':'reader'");
        completeTasks();
        assertThat(account(1).path("Remark").asText()).isEqualTo("of the team");
    }

    @Test
    void deletedAccount_existsUntilItsTaskEnds() {
        create("reader");
        completeTasks();
        call("DeleteInstanceAccount", "'AccountName':'reader'");
        assertThat(account(1).path("Status").intValue()).isEqualTo(1);
        completeTasks();
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "DeleteInstanceAccount;'AccountName':'reader'",
                "ModifyInstanceAccount;'AccountName':'reader','Privilege':'w'",
                "CreateInstanceAccount;'AccountName':'writer'," + ACCOUNT_FIELDS,
            })
    void failedTask_changesNothing(String action, String members) {
        create("reader");
        completeTasks();
        var before = list().path("Accounts");
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("no room"));
        assertThat(Api3TestClient.errorCode(call(action, members))).isEmpty();
        completeTasks();
        assertThat(list().path("Accounts")).isEqualTo(before);
    }

    @Test
    void rootPassword_isTheInstancePassword() {
        call("ModifyInstanceAccount", "'AccountName':'root','AccountPassword':'first-secret-1'");
        completeTasks();
        assertThat(inspector.row(id).path("NoAuth").booleanValue()).isFalse();
        assertThat(inspector.errorCode("ClearInstance", id)).isEqualTo("InvalidParameterValue.PasswordEmpty");
        call("ModifyInstanceAccount", "'AccountName':'root','NoAuth':false");
        completeTasks();
        assertThat(inspector.row(id).path("NoAuth").booleanValue()).isFalse();
        call("ModifyInstanceAccount", "'AccountName':'root','NoAuth':true");
        assertThat(account(0).path("Status").intValue()).isEqualTo(1);
        completeTasks();
        assertThat(inspector.row(id).path("NoAuth").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'AccountName':'reader'," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':'root'," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':'no blanks'," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':''," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':'thirty-two-characters-are-fine-0'," + ACCOUNT_FIELDS + ";~~",
                "'AccountName':'thirty-three-characters-are-not-0'," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':'a','AccountPassword':'secret','ReadonlyPolicy':['master'],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':[],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['all'],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['master'],'Privilege':'w';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['master'];MissingParameter",
                "'AccountName':'a','Remark':'Twenty-one signs ok 你你你你你你你你你你你你你你你'," + ACCOUNT_FIELDS + ";" + INVALID,
                "'AccountName':'a','Remark':'你你你你你你你你你你你你你你你你你你你你你'," + ACCOUNT_FIELDS + ";~~",
            })
    void newAccount_isValidated(String members, String code) {
        create("reader");
        completeTasks();
        assertThat(Api3TestClient.errorCode(call("CreateInstanceAccount", members)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "ModifyInstanceAccount;'AccountName':'nobody';ResourceNotFound",
                "ModifyInstanceAccount;'AccountName':'reader','NoAuth':true;FailedOperation.UnSupportError",
                "ModifyInstanceAccount;'AccountName':'reader','NoAuth':false;~~",
                "ModifyInstanceAccount;'AccountName':'reader','AccountPassword':'short';" + INVALID,
                "ModifyInstanceAccount;'AccountName':'reader','ReadonlyPolicy':[];" + INVALID,
                "ModifyInstanceAccount;'AccountName':'reader','Privilege':'x';" + INVALID,
                "DeleteInstanceAccount;'AccountName':'nobody';ResourceNotFound",
                "DeleteInstanceAccount;'AccountName':'root';" + INVALID,
            })
    void invalidChange_isRejected(String action, String members, String code) {
        create("reader");
        completeTasks();
        assertThat(Api3TestClient.errorCode(call(action, members))).isEqualTo(code);
    }

    @Test
    void accountLimit_isThirty() {
        for (var i = 0; i < 30; i++) {
            assertThat(Api3TestClient.errorCode(create("reader-" + i))).isEmpty();
            completeTasks();
        }
        assertThat(Api3TestClient.errorCode(create("reader-30"))).isEqualTo("LimitExceeded");
        var page = call("DescribeInstanceAccount", "'Limit':4,'Offset':28");
        assertThat(page.path("TotalCount").intValue()).isEqualTo(31);
        assertThat(page.path("Accounts").findValuesAsText("AccountName"))
                .containsExactly("reader-27", "reader-28", "reader-29");
        assertThat(Api3TestClient.errorCode(call("DescribeInstanceAccount", "'Limit':0,'Offset':0")))
                .isEqualTo(INVALID);
    }

    @Test
    void unknownInstance_isNotFound() {
        assertThat(client.errorCode(
                        "DescribeInstanceAccount", "{\"InstanceId\":\"crs-nothing1\",\"Limit\":1,\"Offset\":0}"))
                .isEqualTo("ResourceNotFound");
    }

    private void completeTasks() {
        clock.advance(Duration.ofSeconds(10));
    }

    private JsonNode create(String name) {
        return call("CreateInstanceAccount", "'AccountName':'" + name + "'," + ACCOUNT_FIELDS);
    }

    private JsonNode account(int index) {
        return list().path("Accounts").path(index);
    }

    private JsonNode list() {
        var answer = call("DescribeInstanceAccount", "'Limit':100,'Offset':0");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeInstanceAccount")
                        .orElseThrow()
                        .output(),
                answer,
                "Accounts");
        return answer;
    }

    private JsonNode call(String action, String members) {
        return client.call(action, ("{'InstanceId':'" + id + "'," + members + "}").replace('\'', '"'));
    }
}
