package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Backups of all kinds and what can be done with them; every task takes exactly ten seconds. */
class BackupActionsTest {
    private static final Duration TASK = Duration.ofSeconds(10);
    private static final String UNKNOWN = "InvalidParameterValue.BackupNotExists";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .instances(30)
            .taskDuration(TASK, TASK)
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private String id = "";

    @BeforeEach
    void selectCluster() {
        id = client.call("DescribeInstances", "{\"Limit\":1,\"TypeVersion\":3}")
                .path("InstanceSet")
                .path(0)
                .path("InstanceId")
                .asText();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void backup_runsThenSucceedsThenExpires() {
        call("ManualBackupInstance", ",\"Remark\":\"before the sale\",\"StorageDays\":3");
        var making = manualBackups().get(0);
        assertThat(making.path("Status").intValue()).isEqualTo(1);
        assertThat(making.path("Locked").intValue()).isEqualTo(1);
        assertThat(making.path("EndTime").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(detail(making).path("Status").intValue()).isEqualTo(1);

        clock.advance(TASK);
        var made = manualBackups().get(0);
        assertThat(made.path("BackupId")).isEqualTo(making.path("BackupId"));
        assertThat(made.path("Status").intValue()).isEqualTo(2);
        assertThat(made.path("Locked").intValue()).isZero();
        assertThat(made.path("BackupType").asText()).isEqualTo("0");
        assertThat(made.path("Remark").asText()).isEqualTo("before the sale");
        assertThat(made.path("StartTime").asText()).isEqualTo("2026-03-01 08:00:00");
        assertThat(made.path("EndTime").asText()).isEqualTo("2026-03-01 08:00:10");
        assertThat(made.path("ExpireTime").asText()).isEqualTo("2026-03-04 08:00:00");

        clock.advance(Duration.ofDays(3).minus(TASK).minusMillis(1));
        assertThat(manualBackups().get(0).path("Status").intValue()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(manualBackups().get(0).path("Status").intValue()).isEqualTo(-1);
        assertThat(detail(made).path("Status").intValue()).isEqualTo(-1);
    }

    @Test
    void failedBackup_disappearsAndHangingOneKeepsRunning() {
        emulator.failNextTask(id, "disk full");
        call("ManualBackupInstance", "");
        var failing = manualBackups().get(0);
        clock.advance(TASK);
        assertThat(manualBackups()).isEmpty();
        assertThat(Api3TestClient.errorCode(detail(failing))).isEqualTo(UNKNOWN);

        emulator.setNextTaskOutcome(id, TaskOutcome.neverCompletes());
        call("ManualBackupInstance", "");
        clock.advance(Duration.ofDays(300));
        assertThat(manualBackups())
                .extracting(row -> row.path("Status").intValue())
                .containsExactly(1);
    }

    @Test
    void backups_areListedNewestFirst() {
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        var answer = backups("");
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API
                        .action("DescribeInstanceBackups")
                        .orElseThrow()
                        .output(),
                answer,
                "DescribeInstanceBackups");
        assertThat(answer.path("TotalCount").intValue()).isEqualTo(8);
        assertThat(answer.path("BackupSet").findValuesAsText("BackupType"))
                .containsExactly("0", "1", "1", "1", "1", "1", "1", "1");
        assertThat(answer.path("BackupSet").findValuesAsText("StartTime"))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"Status\":[2]' | 8",
                "'\"Status\":[1]' | 1",
                "'\"Status\":[1,2]' | 9",
                "'\"Status\":[-1]' | 1",
                "'\"Status\":[3,4,-2]' | 0",
                "'\"BeginTime\":\"2026-03-03 08:00:20\"' | 1",
                "'\"BeginTime\":\"2026-03-03 08:00:21\"' | 0",
                "'\"EndTime\":\"2026-03-01 08:00:00\"' | 6",
                "'\"BeginTime\":\"2026-03-01 08:00:00\",\"EndTime\":\"2026-03-01 08:00:10\"' | 2",
                "'\"InstanceName\":\"there is none\"' | 0",
                "'\"Offset\":9' | 10",
            })
    void backupsAreFiltered(String filter, int count) {
        call("ManualBackupInstance", ",\"StorageDays\":1");
        clock.advance(TASK);
        call("ManualBackupInstance", "");
        clock.advance(TASK.plus(Duration.ofDays(2)));
        call("ManualBackupInstance", "");
        var answer = backups("," + filter);
        assertThat(answer.path("TotalCount").intValue()).isEqualTo(count);
        assertThat(answer.path("BackupSet")).hasSize(filter.contains("Offset") ? 1 : count);
    }

    @Test
    void listRange_isLimitedToThirtyDays() {
        assertThat(Api3TestClient.errorCode(
                        backups(",\"BeginTime\":\"2026-01-01 00:00:00\",\"EndTime\":\"2026-01-31 00:00:00\"")))
                .isEmpty();
        assertThat(Api3TestClient.errorCode(
                        backups(",\"BeginTime\":\"2026-01-01 00:00:00\",\"EndTime\":\"2026-01-31 00:00:01\"")))
                .isEqualTo("InvalidParameter.InvalidParameter");
    }

    @Test
    void regionBackups_arePagedWithoutGapsOrDuplicates() {
        call("ManualBackupInstance", "");
        clock.advance(Duration.ofDays(2));
        inspector.call("ManualBackupInstance", inspector.oldestInstances(1).get(0));
        var ids = new ArrayList<String>();
        var starts = new ArrayList<String>();
        for (var offset = 0; offset < 300; offset += 50) {
            var page = client.call("DescribeInstanceBackups", "{\"Limit\":50,\"Offset\":" + offset + "}");
            assertThat(page.path("TotalCount").intValue()).isEqualTo(30 * 7 + 2);
            ids.addAll(page.path("BackupSet").findValuesAsText("BackupId"));
            starts.addAll(page.path("BackupSet").findValuesAsText("StartTime"));
        }
        assertThat(ids).hasSize(30 * 7 + 2).doesNotHaveDuplicates();
        assertThat(starts).isSortedAccordingTo(Comparator.reverseOrder());
        var name = inspector.row(id).path("InstanceName").asText();
        assertThat(client.call("DescribeInstanceBackups", "{\"InstanceName\":\"" + name + "\"}")
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(8);
    }

    @Test
    void detail_showsTheInstanceAtBackupTime() {
        var row = inspector.row(id);
        call("ManualBackupInstance", ",\"Remark\":\"r\"");
        clock.advance(TASK);
        var size = row.path("RedisShardSize").intValue();
        call("UpgradeInstance", ",\"MemSize\":" + (size + 1024));
        clock.advance(Duration.ofSeconds(11));

        for (var backup : List.of(manualBackups().get(0), automaticBackups().get(0))) {
            var detail = detail(backup);
            DocumentedFieldsAssert.assertComplete(
                    Api3TestClient.API
                            .action("DescribeBackupDetail")
                            .orElseThrow()
                            .output(),
                    detail,
                    "DescribeBackupDetail");
            assertThat(detail.path("MemSize").intValue()).isEqualTo(size);
            assertThat(detail.path("ShardNum")).isEqualTo(row.path("RedisShardNum"));
            assertThat(detail.path("ReplicasNum")).isEqualTo(row.path("RedisReplicasNum"));
            assertThat(detail.path("InstanceType")).isEqualTo(row.path("Type"));
            assertThat(detail.path("BackupSize")).isEqualTo(backup.path("BackupSize"));
            assertThat(detail.path("StartTime")).isEqualTo(backup.path("StartTime"));
            // the two tables of the document number the types in opposite ways
            assertThat(detail.path("BackupType").asInt())
                    .isEqualTo(1 - backup.path("BackupType").asInt());
            assertThat(files(backup).findValues("FileSize").stream()
                            .mapToLong(JsonNode::longValue)
                            .sum())
                    .isEqualTo(detail.path("BackupSize").longValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"by hand", "automatic", "of a second"})
    void restore_bringsClearedDataBack(String kind) {
        call("ModifyInstanceBackupMode", ",\"BackupMode\":\"SecondLevelBackup\"");
        clock.advance(TASK);
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        var backup = kind.equals("by hand")
                ? manualBackups().get(0)
                : automaticBackups().get(0);
        var backupId = kind.equals("of a second")
                ? call("DescribeSecondLevelBackupInfo", "").path("BackupId")
                : backup.path("BackupId");
        var full = backedUpBytes();
        clock.advance(Duration.ofSeconds(1));
        call("ClearInstance", "");
        clock.advance(TASK);
        assertThat(backedUpBytes()).isLessThan(full);

        var restore = ",\"Password\":\"any\",\"BackupId\":\"" + backupId.asText() + "\"";
        emulator.failNextTask(id, "no luck");
        call("RestoreInstance", restore);
        clock.advance(TASK);
        assertThat(backedUpBytes()).isLessThan(full);

        var task = call("RestoreInstance", restore).path("TaskId").longValue();
        assertThat(inspector.status(id)).isEqualTo(1);
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("010");
        clock.advance(TASK);
        assertThat(inspector.taskInfo(task).path("Status").asText()).isEqualTo("succeed");
        assertThat(backedUpBytes()).isEqualTo(full);
    }

    @Test
    void restore_redistributesDataOverOtherShards() {
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        var backup = manualBackups().get(0);
        var shards = inspector.row(id).path("RedisShardNum").intValue();
        var size = inspector.row(id).path("RedisShardSize").intValue();
        call("UpgradeInstance", ",\"MemSize\":" + size + ",\"RedisShardNum\":" + (shards + 1));
        clock.advance(Duration.ofSeconds(11));
        assertThat(code("RestoreInstance", restore(backup))).isEmpty();
        clock.advance(TASK);
        var data = (backup.path("BackupSize").longValue() >> 20) / (shards + 1);
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        assertThat(files(manualBackups().get(0)).path(shards).path("FileSize").longValue() >> 20)
                .isBetween(data, data + 1);
    }

    @Test
    void restore_ofUnavailableBackupIsRejected() {
        call("ManualBackupInstance", ",\"StorageDays\":1");
        clock.advance(TASK);
        var backup = manualBackups().get(0);
        assertThat(client.errorCode(
                        "RestoreInstance",
                        "{\"InstanceId\":\"" + inspector.oldestInstances(1).get(0) + "\"" + restore(backup) + "}"))
                .isEqualTo(UNKNOWN);
        assertThat(code("RestoreInstance", ",\"BackupId\":\"1-2-3\"")).isEqualTo(UNKNOWN);
        var forged = backup.path("BackupId")
                .asText()
                .replaceFirst(
                        "^\\d+", backupIdPrefix(inspector.oldestInstances(1).get(0)));
        assertThat(client.errorCode(
                        "DescribeBackupDetail",
                        "{\"InstanceId\":\"" + inspector.oldestInstances(1).get(0) + "\",\"BackupId\":\"" + forged
                                + "\"}"))
                .isEqualTo(UNKNOWN);

        clock.advance(Duration.ofDays(1));
        assertThat(code("RestoreInstance", restore(backup))).isEqualTo("ResourceUnavailable.BackupStatusAbnormal");
        assertThat(inspector.status(id)).isEqualTo(2);

        var next = Instant.parse(
                automaticBackups().get(0).path("StartTime").asText().replace(' ', 'T') + "+08:00");
        clock.advance(Duration.between(Instant.ofEpochMilli(clock.millis()), next.plus(Duration.ofDays(1))));
        assertThat(automaticBackups().get(0).path("Status").intValue()).isEqualTo(1);
        assertThat(code("RestoreInstance", restore(automaticBackups().get(0))))
                .isEqualTo("ResourceUnavailable.BackupLockedError");
    }

    @Test
    void restore_ofTooLargeBackupIsRejected() {
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        call("ClearInstance", "");
        clock.advance(TASK);
        var shards = inspector.row(id).path("RedisShardNum").intValue();
        call("UpgradeInstance", ",\"MemSize\":1024,\"RedisShardNum\":" + shards);
        clock.advance(Duration.ofSeconds(11));
        call("UpgradeInstance", ",\"MemSize\":1024,\"RedisShardNum\":1");
        clock.advance(Duration.ofSeconds(11));
        assertThat(manualBackups().get(0).path("BackupSize").longValue() >> 20).isGreaterThan(1024);
        assertThat(code("RestoreInstance", restore(manualBackups().get(0))))
                .isEqualTo("ResourceUnavailable.BackupSpecError");
        assertThat(inspector.status(id)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by hand", "of a second", "unknown"})
    void clone_hasTheSizeAtBackupTime(String kind) {
        call("ModifyInstanceBackupMode", ",\"BackupMode\":\"SecondLevelBackup\"");
        clock.advance(TASK);
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        var backup = manualBackups().get(0);
        var size = inspector.row(id).path("RedisShardSize").intValue();
        call("UpgradeInstance", ",\"MemSize\":" + (size + 1024));
        clock.advance(Duration.ofSeconds(11));
        var from = kind.equals("by hand") ? restore(backup) : ",\"BackupId\":\"1-2-3\"";
        var time = kind.equals("of a second") ? ",\"CloneTime\":\"2026-03-01 08:00:15\"" : "";
        var clone = call(
                        "CloneInstances",
                        from + time + ",\"GoodsNum\":1,\"ZoneId\":100002,\"BillingMode\":0,\"Period\":1,"
                                + "\"SecurityGroupIdList\":[],\"Password\":\"first-secret-1\"")
                .path("InstanceIds")
                .path(0)
                .asText();
        clock.advance(Duration.ofSeconds(11));
        assertThat(clone).isNotEmpty();
        assertThat(inspector.row(clone).path("RedisShardSize").intValue())
                .isEqualTo(kind.equals("unknown") ? size + 1024 : size);
    }

    @Test
    void destroyedInstance_losesItsBackups() {
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        call("DestroyPostpaidInstance", "");
        clock.advance(TASK);
        call("CleanUpInstance", "");
        clock.advance(TASK);
        assertThat(Api3TestClient.errorCode(backups(""))).isEqualTo("ResourceNotFound.InstanceNotExists");
        assertThat(client.call("DescribeInstanceBackups", "{}")
                        .path("TotalCount")
                        .intValue())
                .isEqualTo(29 * 7);
    }

    @Test
    void tooLongRemark_isRejected() {
        assertThat(code("ManualBackupInstance", ",\"Remark\":\"" + "a".repeat(1025) + "\""))
                .isEqualTo("InvalidParameter.InvalidParameter");
        assertThat(inspector.status(id)).isEqualTo(2);
    }

    /** What the ids of all backups of an instance begin with. */
    private String backupIdPrefix(String instance) {
        var backup = inspector
                .call("DescribeInstanceBackups", instance)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
        return backup.substring(0, backup.indexOf('-'));
    }

    private List<JsonNode> manualBackups() {
        return ofType("0");
    }

    private List<JsonNode> automaticBackups() {
        return ofType("1");
    }

    private List<JsonNode> ofType(String type) {
        var found = new ArrayList<JsonNode>();
        backups("").path("BackupSet").forEach(row -> {
            if (row.path("BackupType").asText().equals(type)) {
                found.add(row);
            }
        });
        return found;
    }

    /** The size of a backup that is made now. */
    private long backedUpBytes() {
        clock.advance(Duration.ofSeconds(1));
        call("ManualBackupInstance", "");
        clock.advance(TASK);
        return manualBackups().get(0).path("BackupSize").longValue();
    }

    private static String restore(JsonNode backup) {
        return ",\"BackupId\":\"" + backup.path("BackupId").asText() + "\"";
    }

    private JsonNode detail(JsonNode backup) {
        return call("DescribeBackupDetail", restore(backup));
    }

    private JsonNode files(JsonNode backup) {
        return call("DescribeBackupUrl", restore(backup)).path("BackupInfos");
    }

    private JsonNode backups(String parameters) {
        return call("DescribeInstanceBackups", parameters);
    }

    private JsonNode call(String action, String parameters) {
        return client.call(action, "{\"InstanceId\":\"" + id + "\"" + parameters + "}");
    }

    private String code(String action, String parameters) {
        return Api3TestClient.errorCode(call(action, parameters));
    }
}
