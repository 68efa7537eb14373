package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.TaskFate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts of an instance come, change and go; all work takes ten seconds. */
class AccountsTest {
    private static final String INVALID = "InvalidParameterValue";
    private static final String MORE = "'AccountPassword':'secret-1','ReadonlyPolicy':['master'],'Privilege':'r'";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final String id = console.newest();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void theRootAccountIsAlwaysThere() {
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
        assertThat(account(0).toString().replace('"', '\''))
                .contains("'AccountName':'root'", "'Remark':'default'", "'Privilege':'rw'", "'CreateTime':''")
                .contains("'ReadonlyPolicy':['master']", "'Status':2");
    }

    @Test
    void anAccountIsThereWhenItsTaskIsDone() {
        create("reader");
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
        pass();
        assertThat(list().path("TotalCount").intValue()).isEqualTo(2);
        assertThat(account(1).toString().replace('"', '\''))
                .contains("'AccountName':'reader'", "'Remark':''", "'Privilege':'r'", "'ReadonlyPolicy':['master']")
                .contains("'Status':2", "'CreateTime':'2026-03-01 08:00:00'", "'InstanceId':'" + id + "'");
        assertThat(console.tasks(id).path(0).path("TaskType").asText()).isEqualTo("037");
    }

    @Test
    void anAccountShowsThatItIsBeingChanged() {
        create("reader");
        pass();
        var answer = call(
                "ModifyInstanceAccount",
                "'AccountName':'reader','Privilege':'rw','Remark':'of the team','ReadonlyPolicy':['replication','master']");
        assertThat(answer.path("TaskId").isIntegralNumber()).isTrue();
        assertThat(account(1).path("Status").intValue()).isEqualTo(1);
        assertThat(account(0).path("Status").intValue()).isEqualTo(2);
        assertThat(account(1).path("Privilege").asText()).isEqualTo("r");
        pass();
        assertThat(account(1).toString().replace('"', '\''))
                .contains("'Status':2", "'Privilege':'rw'", "'Remark':'of the team'")
                .contains("'ReadonlyPolicy':['replication','master']");
        call("ModifyInstanceAccount", "'AccountName':'reader'");
        pass();
        assertThat(account(1).path("Remark").asText()).isEqualTo("of the team");
    }

    @Test
    void anAccountGoesWhenItsTaskIsDone() {
        create("reader");
        pass();
        call("DeleteInstanceAccount", "'AccountName':'reader'");
        assertThat(account(1).path("Status").intValue()).isEqualTo(1);
        pass();
        assertThat(list().path("TotalCount").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "DeleteInstanceAccount;'AccountName':'reader'",
                "ModifyInstanceAccount;'AccountName':'reader','Privilege':'w'",
                "CreateInstanceAccount;'AccountName':'writer'," + MORE,
            })
    void whatFailsChangesNothing(String action, String members) {
        create("reader");
        pass();
        var before = list().path("Accounts");
        emulator.nextTask(id, TaskFate.fails("no room"));
        assertThat(CloudCaller.code(call(action, members))).isEmpty();
        pass();
        assertThat(list().path("Accounts")).isEqualTo(before);
    }

    @Test
    void thePasswordOfTheRootAccountIsThatOfTheInstance() {
        call("ModifyInstanceAccount", "'AccountName':'root','AccountPassword':'first-secret-1'");
        pass();
        assertThat(console.row(id).path("NoAuth").booleanValue()).isFalse();
        assertThat(console.code("ClearInstance", id)).isEqualTo("InvalidParameterValue.PasswordEmpty");
        call("ModifyInstanceAccount", "'AccountName':'root','NoAuth':false");
        pass();
        assertThat(console.row(id).path("NoAuth").booleanValue()).isFalse();
        call("ModifyInstanceAccount", "'AccountName':'root','NoAuth':true");
        assertThat(account(0).path("Status").intValue()).isEqualTo(1);
        pass();
        assertThat(console.row(id).path("NoAuth").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "'AccountName':'reader'," + MORE + ";" + INVALID,
                "'AccountName':'root'," + MORE + ";" + INVALID,
                "'AccountName':'no blanks'," + MORE + ";" + INVALID,
                "'AccountName':''," + MORE + ";" + INVALID,
                "'AccountName':'thirty-two-characters-are-fine-0'," + MORE + ";~~",
                "'AccountName':'thirty-three-characters-are-not-0'," + MORE + ";" + INVALID,
                "'AccountName':'a','AccountPassword':'secret','ReadonlyPolicy':['master'],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':[],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['all'],'Privilege':'r';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['master'],'Privilege':'w';" + INVALID,
                "'AccountName':'a','AccountPassword':'secret-1','ReadonlyPolicy':['master'];MissingParameter",
                "'AccountName':'a','Remark':'Twenty-one signs ok 你你你你你你你你你你你你你你你'," + MORE + ";" + INVALID,
                "'AccountName':'a','Remark':'你你你你你你你你你你你你你你你你你你你你你'," + MORE + ";~~",
            })
    void aNewAccountMustBeOfTheDocumentedForm(String members, String code) {
        create("reader");
        pass();
        assertThat(CloudCaller.code(call("CreateInstanceAccount", members))).isEqualTo(code);
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
    void whatCannotBeIsRefused(String action, String members, String code) {
        create("reader");
        pass();
        assertThat(CloudCaller.code(call(action, members))).isEqualTo(code);
    }

    @Test
    void thereIsRoomForThirtyAccounts() {
        for (var i = 0; i < 30; i++) {
            assertThat(CloudCaller.code(create("reader-" + i))).isEmpty();
            pass();
        }
        assertThat(CloudCaller.code(create("reader-30"))).isEqualTo("LimitExceeded");
        var page = call("DescribeInstanceAccount", "'Limit':4,'Offset':28");
        assertThat(page.path("TotalCount").intValue()).isEqualTo(31);
        assertThat(page.path("Accounts").findValuesAsText("AccountName"))
                .containsExactly("reader-27", "reader-28", "reader-29");
        assertThat(CloudCaller.code(call("DescribeInstanceAccount", "'Limit':0,'Offset':0")))
                .isEqualTo(INVALID);
    }

    @Test
    void anUnknownInstanceHasNoAccounts() {
        assertThat(caller.code("DescribeInstanceAccount", "{\"InstanceId\":\"crs-nothing1\",\"Limit\":1,\"Offset\":0}"))
                .isEqualTo("ResourceNotFound");
    }

    private void pass() {
        clock.advance(Duration.ofSeconds(10));
    }

    private JsonNode create(String name) {
        return call("CreateInstanceAccount", "'AccountName':'" + name + "'," + MORE);
    }

    private JsonNode account(int index) {
        return list().path("Accounts").path(index);
    }

    private JsonNode list() {
        var answer = call("DescribeInstanceAccount", "'Limit':100,'Offset':0");
        DocumentedShape.assertComplete(
                CloudCaller.API.action("DescribeInstanceAccount").orElseThrow().output(), answer, "Accounts");
        return answer;
    }

    private JsonNode call(String action, String members) {
        return caller.call(action, ("{'InstanceId':'" + id + "'," + members + "}").replace('\'', '"'));
    }
}
