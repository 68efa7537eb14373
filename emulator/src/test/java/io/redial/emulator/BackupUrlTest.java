package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupUrlTest {
    private static final String UNKNOWN = "InvalidParameterValue.BackupNotExists";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final JsonNode cluster = caller.call("DescribeInstances", "{\"Limit\":1,\"TypeVersion\":3}")
            .path("InstanceSet")
            .path(0);
    private final String id = cluster.path("InstanceId").asText();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aFinishedBackupHasOneFileForEachShard() {
        var answer = urls(id, finishedBackup());
        var spec = CloudCaller.API.action("DescribeBackupUrl").orElseThrow();
        DocumentedShape.assertComplete(spec.output(), answer, "DescribeBackupUrl");
        var files = answer.path("BackupInfos");
        assertThat(files).hasSize(cluster.path("RedisShardNum").intValue());
        assertThat(files.findValuesAsText("DownloadUrl"))
                .doesNotHaveDuplicates()
                .allMatch(url -> url.startsWith("https://") && url.contains(".ap-guangzhou."));
        assertThat(files.findValues("FileSize")).allMatch(size -> size.longValue() > 1_000_000);
    }

    @Test
    void aBackupInTheMakingHasNoFiles() {
        var backup = finishedBackup();
        clock.advance(Duration.ofSeconds(1));
        console.call("ManualBackupInstance", id);
        var task = console.tasks(id).path(0).path("TaskId").longValue();
        var inTheMaking = backup.replaceFirst("-\\d+-\\d+", "-" + task + "-" + Math.floorDiv(clock.millis(), 1000L));
        assertThat(CloudCaller.code(urls(id, inTheMaking))).isEqualTo("ResourceUnavailable.BackupStatusInvalid");
        clock.advance(Duration.ofSeconds(10));
        assertThat(CloudCaller.code(urls(id, inTheMaking))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "678362566696298532848117", "1-2-3", "1-999999999999999999-3"})
    void aBackupThatNobodyMadeIsUnknown(String backup) {
        assertThat(CloudCaller.code(urls(id, backup))).isEqualTo(UNKNOWN);
    }

    @Test
    void theBackupOfAnotherInstanceIsUnknown() {
        assertThat(CloudCaller.code(urls(console.oldest(1).get(0), finishedBackup())))
                .isEqualTo(UNKNOWN);
        assertThat(CloudCaller.code(urls("crs-00000000", finishedBackup())))
                .isEqualTo("ResourceNotFound.InstanceNotExists");
    }

    @Test
    void aBackupThatFailedIsUnknown() {
        var backup = finishedBackup();
        emulator.failNextTask(id, "disk full");
        console.call("ManualBackupInstance", id);
        var task = console.tasks(id).path(0).path("TaskId").longValue();
        var failed = backup.replaceFirst("-\\d+-\\d+", "-" + task + "-" + Math.floorDiv(clock.millis(), 1000L));
        clock.advance(Duration.ofSeconds(10));
        assertThat(CloudCaller.code(urls(id, failed))).isEqualTo(UNKNOWN);
    }

    @Test
    void aBackupThatExpiredHasNoFiles() {
        var backup = finishedBackup();
        clock.advance(Duration.ofDays(7).minusSeconds(11));
        assertThat(CloudCaller.code(urls(id, backup))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(CloudCaller.code(urls(id, backup))).isEqualTo("ResourceUnavailable.BackupStatusInvalid");
    }

    private String finishedBackup() {
        console.call("ManualBackupInstance", id);
        clock.advance(Duration.ofSeconds(10));
        return console.call("DescribeInstanceBackups", id)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
    }

    private JsonNode urls(String instance, String backup) {
        return caller.call(
                "DescribeBackupUrl", "{\"InstanceId\":\"" + instance + "\",\"BackupId\":\"" + backup + "\"}");
    }
}
