package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How instances are backed up of their own accord, and from where backups may be downloaded. */
class BackupPlanActionsTest {
    private static final Duration TASK = Duration.ofSeconds(10);
    private static final String INVALID = "InvalidParameter.InvalidParameter";
    private static final String NOT_SUPPORTED = "InvalidParameter.NotSupported";

    /** A Sunday, at 8 o'clock in the zone of the API. */
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));

    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .instances(30)
            .taskDuration(TASK, TASK)
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.newestInstance();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void defaultSchedule_keepsSevenNightlyBackups() {
        var plan = complete("DescribeAutoBackupConfig", "");
        assertThat(plan.path("WeekDays")).hasSize(7);
        assertThat(plan.path("BackupStorageDays").intValue()).isEqualTo(7);
        var hour = plan.path("TimePeriod").asText().substring(0, 3);
        assertThat(hour).isBetween("00:", "05:");
        assertThat(starts())
                .hasSize(7)
                .allMatch(start -> start.startsWith(hour, 11))
                .extracting(start -> start.substring(0, 10))
                .containsExactly(
                        "2026-03-01",
                        "2026-02-28",
                        "2026-02-27",
                        "2026-02-26",
                        "2026-02-25",
                        "2026-02-24",
                        "2026-02-23");
    }

    @Test
    void backups_expireAndKeepTheirIds() {
        var before = ids();
        clock.advance(Duration.ofDays(1));
        var after = ids();
        assertThat(after).hasSize(7);
        assertThat(after.subList(1, 7)).isEqualTo(before.subList(0, 6));
        assertThat(detail(before.get(6))).isEqualTo("InvalidParameterValue.BackupNotExists");
        assertThat(detail(after.get(6))).isEmpty();
    }

    @Test
    void newInstance_hasNoBackups() {
        var made = emulator.addInstance();
        assertThat(backups(made)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(backups(made)).hasSize(1);
    }

    @Test
    void newSchedule_appliesToFutureBackupsOnly() {
        var before = ids();
        var answer = complete(
                "ModifyAutoBackupConfig",
                ",\"WeekDays\":[\"Tuesday\",\"Monday\"],\"TimePeriod\":\"23:00-00:00\",\"BackupStorageDays\":9");
        assertThat(answer.path("WeekDays")).extracting(JsonNode::asText).containsExactly("Monday", "Tuesday");
        var plan = complete("DescribeAutoBackupConfig", "");
        assertThat(plan.path("TimePeriod").asText()).isEqualTo("23:00-00:00");
        assertThat(plan.path("BackupStorageDays").intValue()).isEqualTo(9);
        assertThat(plan.path("WeekDays")).isEqualTo(answer.path("WeekDays"));
        assertThat(ids()).isEqualTo(before);

        clock.advance(Duration.ofDays(6));
        assertThat(starts()).hasSize(3).satisfies(starts -> {
            assertThat(starts.get(0)).startsWith("2026-03-03 23:");
            assertThat(starts.get(1)).startsWith("2026-03-02 23:");
            assertThat(starts.get(2)).startsWith("2026-03-01 0");
        });
        clock.advance(Duration.ofDays(3));
        assertThat(starts())
                .extracting(start -> start.substring(0, 10))
                .containsExactly("2026-03-09", "2026-03-03", "2026-03-02");
    }

    @Test
    void manualBackup_hasTheRetentionOfTheSchedule() {
        call(
                "ModifyAutoBackupConfig",
                ",\"WeekDays\":[\"Monday\"],\"TimePeriod\":\"00:00-01:00\",\"BackupStorageDays\":3");
        call("ManualBackupInstance", "");
        assertThat(backups(id).get(0).path("ExpireTime").asText()).isEqualTo("2026-03-04 08:00:00");
    }

    @Test
    void snapshot_restoresSchedulesAndTheirBackups() {
        call("ModifyAutoBackupConfig", ",\"WeekDays\":[\"Monday\"],\"TimePeriod\":\"00:00-01:00\"");
        mode("SecondLevelBackup");
        clock.advance(TASK);
        call("ClearInstance", "");
        clock.advance(Duration.ofDays(3));
        var before =
                List.of(backups(id), call("DescribeSecondLevelBackupInfo", "").path("BackupId"));
        emulator.restore(emulator.snapshot());
        assertThat(List.of(
                        backups(id), call("DescribeSecondLevelBackupInfo", "").path("BackupId")))
                .isEqualTo(before);
        assertThat(Set.copyOf(backups(id).findValues("BackupSize")))
                .as("before and after it was cleared")
                .hasSize(2);
    }

    @Test
    void replacedSchedules_makeNoBackups() {
        for (var i = 0; i < 100; i++) {
            call("ModifyAutoBackupConfig", ",\"WeekDays\":[\"Sunday\"],\"TimePeriod\":\"09:00-10:00\"");
        }
        assertThat(starts()).as("none is made by one that lasted no time").isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(starts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"WeekDays\":[],\"TimePeriod\":\"01:00-02:00\"' | InvalidParameterValue.WeekDaysIsInvalid",
                "'\"WeekDays\":[\"Monday\"],\"TimePeriod\":\"01:00-03:00\"' | InvalidParameter.Period",
                "'\"WeekDays\":[\"Monday\"],\"TimePeriod\":\"24:00-01:00\"' | InvalidParameter.Period",
                "'\"WeekDays\":[\"Monday\"],\"TimePeriod\":\"\"' | InvalidParameter.Period",
                "'\"WeekDays\":[\"Friday\"],\"TimePeriod\":\"01:00-02:00\",\"BackupStorageDays\":-1' | " + INVALID,
                "'\"WeekDays\":[\"Friday\"],\"TimePeriod\":\"01:00-02:00\",\"BackupStorageDays\":1826' | " + INVALID,
            })
    void invalidSchedule_isRejected(String parameters, String code) {
        var before = inspector.call("DescribeAutoBackupConfig", id).path("TimePeriod");
        assertThat(Api3TestClient.errorCode(call("ModifyAutoBackupConfig", "," + parameters)))
                .isEqualTo(code);
        assertThat(inspector.call("DescribeAutoBackupConfig", id).path("TimePeriod"))
                .isEqualTo(before);
    }

    @Test
    void secondLevelMode_coversEverySecondSinceItsStart() {
        assertThat(Api3TestClient.errorCode(call("DescribeSecondLevelBackupInfo", "")))
                .isEqualTo("FailedOperation.UnSupportError");
        emulator.failNextTask(id, "no disk");
        mode("SecondLevelBackup");
        clock.advance(TASK);
        assertThat(inspector.row(id).path("BackupMode").asText()).isEqualTo("NormalLevelBackup");

        var since = clock.millis() / 1000;
        mode("SecondLevelBackup");
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("070");
        assertThat(inspector.row(id).path("BackupMode").asText()).isEqualTo("NormalLevelBackup");
        clock.advance(TASK);
        assertThat(inspector.row(id).path("BackupMode").asText()).isEqualTo("SecondLevelBackup");

        clock.advance(Duration.ofDays(1));
        var now = clock.millis() / 1000;
        var latest = complete("DescribeSecondLevelBackupInfo", "");
        assertThat(latest.path("BackupTimestamp").longValue()).isEqualTo(now);
        assertThat(latest.path("StartTimestamp").longValue()).isEqualTo(since);
        var missing = latest.path("MissingTimestamps");
        assertThat(missing).hasSize(1);
        assertThat(missing.path(0).path("StartTimeStamp").longValue()).isEqualTo(now - 7 * 86_400);
        assertThat(missing.path(0).path("EndTimeStamp").longValue()).isEqualTo(since);
        assertThat(second(since + 100).path("BackupTimestamp").longValue()).isEqualTo(since + 100);
        assertThat(second(since - 100).path("BackupTimestamp").longValue()).isEqualTo(since);
        var backup = second(since + 100).path("BackupId").asText();
        assertThat(detail(backup)).isEmpty();
        assertThat(ids()).doesNotContain(backup);

        clock.advance(Duration.ofDays(7));
        assertThat(complete("DescribeSecondLevelBackupInfo", "")
                        .path("MissingTimestamps")
                        .isNull())
                .isTrue();
        assertThat(detail(backup)).isEqualTo("InvalidParameterValue.BackupNotExists");
        mode("NormalLevelBackup");
        clock.advance(TASK);
        assertThat(Api3TestClient.errorCode(call("DescribeSecondLevelBackupInfo", "")))
                .isEqualTo("FailedOperation.UnSupportError");
    }

    @Test
    void secondLevelBackups_coverSevenDays() {
        mode("SecondLevelBackup");
        clock.advance(TASK);
        var now = clock.millis() / 1000;
        assertThat(Api3TestClient.errorCode(second(now + 1))).isEqualTo(NOT_SUPPORTED);
        assertThat(Api3TestClient.errorCode(second(now - 7 * 86_400))).isEqualTo(NOT_SUPPORTED);
        assertThat(Api3TestClient.errorCode(second(now - 7 * 86_400 + 1))).isEmpty();
        assertThat(client.errorCode("DescribeSecondLevelBackupInfo", "{}")).isEqualTo(NOT_SUPPORTED);
    }

    @Test
    void downloadRestriction_isStoredAndAppliedToUrls() {
        var none = completeRestriction();
        assertThat(none.path("LimitType").asText()).isEqualTo("NoLimit");
        var custom = """
                {"LimitType":"Customize","IpComparisonSymbol":"NotIn","LimitIp":["10.1.0.13"],
                 "LimitVpc":[{"Region":"ap-guangzhou","VpcList":["vpc-5og4fwm9","vpc-03dsikyx"]}]}""";
        assertThat(client.errorCode("ModifyBackupDownloadRestriction", custom)).isEmpty();
        var saved = completeRestriction();
        assertThat(saved.path("LimitType").asText()).isEqualTo("Customize");
        assertThat(saved.path("VpcComparisonSymbol").asText()).isEqualTo("In");
        assertThat(saved.path("IpComparisonSymbol").asText()).isEqualTo("NotIn");
        assertThat(saved.path("LimitIp").toString()).isEqualTo("[\"10.1.0.13\"]");
        assertThat(saved.path("LimitVpc").path(0).path("VpcList")).hasSize(2);

        assertThat(url("")).contains("limit=Customize");
        assertThat(url(",\"LimitType\":\"NoLimit\"")).contains("limit=NoLimit");
        assertThat(completeRestriction()).isEqualTo(saved);
        client.call("ModifyBackupDownloadRestriction", "{\"LimitType\":\"LimitOnlyIntranet\"}");
        assertThat(url("")).contains("limit=LimitOnlyIntranet");
        assertThat(completeRestriction().path("LimitIp")).isEmpty();
    }

    static Stream<Arguments> wrongRestrictions() {
        var vpc = "\"LimitVpc\":[{\"Region\":\"ap-guangzhou\",\"VpcList\":[%s]}]";
        var ip = "\"LimitIp\":[\"10.1.0.13\"]";
        var many = "\"LimitIp\":[\"1.1.1.1\"" + ",\"1.1.1.1\"".repeat(100) + "]";
        return Stream.of(
                Arguments.of("no VPC", ip),
                Arguments.of("no address", vpc.formatted("\"vpc-a\"")),
                Arguments.of("an empty VPC list", ip + "," + vpc.formatted("")),
                Arguments.of("too many", vpc.formatted("\"vpc-a\"") + "," + many),
                Arguments.of("too long", ip + "," + vpc.formatted("\"" + "v".repeat(101) + "\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRestrictions")
    void customRestriction_requiresVpcsAndAddresses(String name, String parameters) {
        var body = "\"LimitType\":\"Customize\"," + parameters;
        assertThat(client.errorCode("ModifyBackupDownloadRestriction", "{" + body + "}"))
                .isEqualTo(INVALID);
        assertThat(Api3TestClient.errorCode(
                        call("DescribeBackupUrl", ",\"BackupId\":\"" + ids().get(0) + "\"," + body)))
                .isEqualTo(INVALID);
        assertThat(completeRestriction().path("LimitType").asText()).isEqualTo("NoLimit");
    }

    private String url(String parameters) {
        var answer = call("DescribeBackupUrl", ",\"BackupId\":\"" + ids().get(0) + "\"" + parameters);
        return answer.path("BackupInfos").path(0).path("DownloadUrl").asText();
    }

    private JsonNode completeRestriction() {
        var answer = client.call("DescribeBackupDownloadRestriction", "{}");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeBackupDownloadRestriction")
                        .orElseThrow()
                        .output(),
                answer,
                "DescribeBackupDownloadRestriction");
        ((ObjectNode) answer).remove("RequestId");
        return answer;
    }

    private JsonNode complete(String action, String parameters) {
        var answer = call(action, parameters);
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action(action).orElseThrow().output(), answer, action);
        return answer;
    }

    private void mode(String mode) {
        assertThat(Api3TestClient.errorCode(call("ModifyInstanceBackupMode", ",\"BackupMode\":\"" + mode + "\"")))
                .isEmpty();
    }

    private JsonNode second(long second) {
        return call("DescribeSecondLevelBackupInfo", ",\"BackupTimestamp\":" + second);
    }

    /** The code of what is answered to a look at a backup. */
    private String detail(String backup) {
        return Api3TestClient.errorCode(call("DescribeBackupDetail", ",\"BackupId\":\"" + backup + "\""));
    }

    private List<String> ids() {
        return backups(id).findValuesAsText("BackupId");
    }

    private List<String> starts() {
        return backups(id).findValuesAsText("StartTime");
    }

    private JsonNode backups(String instance) {
        return inspector.call("DescribeInstanceBackups", instance).path("BackupSet");
    }

    private JsonNode call(String action, String parameters) {
        return client.call(action, "{\"InstanceId\":\"" + id + "\"" + parameters + "}");
    }
}
