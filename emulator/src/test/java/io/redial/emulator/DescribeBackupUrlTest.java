package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeBackupUrlTest {
    private static final String UNKNOWN = "InvalidParameterValue.BackupNotExists";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final JsonNode cluster = client.call("DescribeInstances", "{\"Limit\":1,\"TypeVersion\":3}")
            .path("InstanceSet")
            .path(0);
    private final String id = cluster.path("InstanceId").asText();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void completedBackup_hasOneFilePerShard() {
        var answer = urls(id, createBackup());
        var spec = Api3TestClient.API.action("DescribeBackupUrl").orElseThrow();
        DocumentedFieldsAssert.assertComplete(spec.output(), answer, "DescribeBackupUrl");
        var files = answer.path("BackupInfos");
        assertThat(files).hasSize(cluster.path("RedisShardNum").intValue());
        assertThat(files.findValuesAsText("DownloadUrl"))
                .doesNotHaveDuplicates()
                .allMatch(url -> url.startsWith("https://") && url.contains(".ap-guangzhou."));
        assertThat(files.findValues("FileSize")).allMatch(size -> size.longValue() > 1_000_000);
    }

    @Test
    void runningBackup_hasNoFiles() {
        var backup = createBackup();
        clock.advance(Duration.ofSeconds(1));
        inspector.call("ManualBackupInstance", id);
        var task = inspector.tasks(id).path(0).path("TaskId").longValue();
        var inTheMaking = backup.replaceFirst("-\\d+-\\d+", "-" + task + "-" + Math.floorDiv(clock.millis(), 1000L));
        assertThat(Api3TestClient.errorCode(urls(id, inTheMaking)))
                .isEqualTo("ResourceUnavailable.BackupStatusInvalid");
        clock.advance(Duration.ofSeconds(10));
        assertThat(Api3TestClient.errorCode(urls(id, inTheMaking))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "678362566696298532848117", "1-2-3", "1-999999999999999999-3"})
    void unknownBackup_isRejected(String backup) {
        assertThat(Api3TestClient.errorCode(urls(id, backup))).isEqualTo(UNKNOWN);
    }

    @Test
    void backupOfAnotherInstance_isRejected() {
        assertThat(Api3TestClient.errorCode(urls(inspector.oldestInstances(1).get(0), createBackup())))
                .isEqualTo(UNKNOWN);
        assertThat(Api3TestClient.errorCode(urls("crs-00000000", createBackup())))
                .isEqualTo("ResourceNotFound.InstanceNotExists");
    }

    @Test
    void failedBackup_isUnknown() {
        var backup = createBackup();
        emulator.failNextTask(id, "disk full");
        inspector.call("ManualBackupInstance", id);
        var task = inspector.tasks(id).path(0).path("TaskId").longValue();
        var failed = backup.replaceFirst("-\\d+-\\d+", "-" + task + "-" + Math.floorDiv(clock.millis(), 1000L));
        clock.advance(Duration.ofSeconds(10));
        assertThat(Api3TestClient.errorCode(urls(id, failed))).isEqualTo(UNKNOWN);
    }

    @Test
    void expiredBackup_hasNoFiles() {
        var backup = createBackup();
        clock.advance(Duration.ofDays(7).minusSeconds(11));
        assertThat(Api3TestClient.errorCode(urls(id, backup))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(Api3TestClient.errorCode(urls(id, backup))).isEqualTo("ResourceUnavailable.BackupStatusInvalid");
    }

    private String createBackup() {
        inspector.call("ManualBackupInstance", id);
        clock.advance(Duration.ofSeconds(10));
        return inspector
                .call("DescribeInstanceBackups", id)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
    }

    private JsonNode urls(String instance, String backup) {
        return client.call(
                "DescribeBackupUrl", "{\"InstanceId\":\"" + instance + "\",\"BackupId\":\"" + backup + "\"}");
    }
}
