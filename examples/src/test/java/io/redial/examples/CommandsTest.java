package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.ClearInstanceRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told besides the fleet upgrade, on a cloud with a few instances. */
class CommandsTest {
    private static final int INSTANCES = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private CloudEmulator cloud;

    @BeforeEach
    void start() {
        cloud = CloudEmulator.start(EmulatorOptions.builder()
                .instances(INSTANCES)
                .taskDuration(Duration.ofMillis(50), Duration.ofMillis(200))
                .build());
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void completedJournal_isNotRepeated() {
        var journal = directory.resolve("upgrade.journal").toString();
        var first = run("fleet-upgrade", "--journal", journal);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).doesNotContain("go on with");

        var again = run("resume", journal);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.lines()).startsWith("Going on with " + journal + ", 80 in flight at a time.");
        assertThat(again.lastLine()).startsWith("{\"instances\":5,\"succeeded\":5,\"failed\":0,");
        assertThat(ids())
                .allSatisfy(id -> assertThat(cloud.acceptedUpgradeCount(id)).isOne());
    }

    @Test
    void rejectedRequests_areRetriedOnDemand() {
        var journal = directory.resolve("upgrade.journal").toString();
        cloud.failRequests("UpgradeInstance", "InvalidParameterValue.WeekDaysIsInvalid", "not today", 2);
        assertThat(run("fleet-upgrade", "--journal", journal).exitCode()).isOne();

        var refused = run("resume", journal);
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.lastLine()).startsWith("{\"instances\":5,\"succeeded\":3,\"failed\":2,");

        var accepted = run("resume", journal, "--retry-refused");
        assertThat(accepted.exitCode()).as(accepted.out()).isZero();
        assertThat(ids())
                .allSatisfy(id -> assertThat(cloud.acceptedUpgradeCount(id)).isOne());
    }

    @Test
    void existingJournal_isNotOverwritten() {
        var journal = directory.resolve("upgrade.journal").toString();
        run("fleet-upgrade", "--journal", journal);

        var again = run("fleet-upgrade", "--journal", journal);

        assertThat(again.exitCode()).isOne();
        assertThat(again.err()).contains("is there already [resume it").hasLineCount(1);
    }

    @Test
    void stoppedRun_printsWorkingResumeCommand() throws Exception {
        try (var slow = CloudEmulator.start(EmulatorOptions.builder()
                        .instances(100)
                        .taskDuration(Duration.ofMillis(50), Duration.ofMillis(200))
                        .build());
                var program = JavaProcess.start(
                        ExamplesMain.class,
                        Map.of("TENCENTCLOUD_SECRET_ID", slow.secretId(), "TENCENTCLOUD_SECRET_KEY", slow.secretKey()),
                        "fleet-upgrade",
                        "--endpoint",
                        slow.endpoint().toString(),
                        "--in-flight",
                        "10",
                        "--journal",
                        directory.resolve("with space.journal").toString())) {
            var line = program.nextLine();
            while (line != null && !line.contains("running")) {
                line = program.nextLine();
            }
            program.stop();
            var words = program.remainingLines().toList();
            assertThat(words)
                    .anyMatch(last -> last.startsWith("stopped: ") && last.contains(" of 100 upgraded, 0 failed"));

            var goOn = words.get(words.size() - 2);
            assertThat(goOn)
                    .startsWith("go on with: java -cp ")
                    .contains(" resume '")
                    .endsWith(" --region ap-guangzhou");
            var arguments = Stream.of(goOn.substring(goOn.indexOf(" resume ") + 1))
                    .flatMap(text ->
                            Pattern.compile("'([^']*)'|(\\S+)").matcher(text).results())
                    .map(word -> Objects.requireNonNullElse(word.group(1), word.group(2)))
                    .toArray(String[]::new);
            var resumed = CommandResult.run(Credentials.of(slow.secretId(), slow.secretKey()), arguments);

            assertThat(resumed.exitCode()).as(resumed.out() + resumed.err()).isZero();
            assertThat(resumed.lastLine()).startsWith("{\"instances\":100,\"succeeded\":100,\"failed\":0,");
        }
    }

    @Test
    void backupAll_printsTheUrlOfEachBackup() {
        var told = run("backup-all");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.lines()).startsWith("5 instances in ap-guangzhou are backed up, 80 in flight at a time.");
        assertThat(ids())
                .allSatisfy(id -> assertThat(told.lines())
                        .filteredOn(line -> line.startsWith("backup of " + id + ": http"))
                        .isNotEmpty());
        assertThat(told.lastLine()).startsWith("{\"instances\":5,\"succeeded\":5,\"failed\":0,");
    }

    @Test
    void follow_tracksOperationFromItsHandle() {
        try (var redis = client()) {
            var handle = redis.call(ClearInstanceRequest.of(ids().get(0)))
                    .mapNotNull(answer -> answer.handle())
                    .block(TIMEOUT);

            var told = run("follow", handle.toString());

            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(told.lines()).startsWith("following " + handle);
            assertThat(told.lastLine()).startsWith("succeeded, after ");
        }
    }

    @Test
    void follow_failedOperationExitsWithError() {
        var id = ids().get(0);
        cloud.failNextTask(id, "the disk is full");
        try (var redis = client()) {
            var handle = redis.call(ClearInstanceRequest.of(id))
                    .mapNotNull(answer -> answer.handle())
                    .block(TIMEOUT);

            var told = run("follow", handle.toString());

            assertThat(told.exitCode()).isOne();
            assertThat(told.err()).contains("the disk is full").hasLineCount(1);
        }
    }

    private CommandResult run(String story, String... arguments) {
        return CommandResult.runOn(cloud, story, arguments);
    }

    private List<String> ids() {
        try (var redis = client()) {
            return redis.items(DescribeInstancesRequest.builder().build())
                    .mapNotNull(InstanceSet::instanceId)
                    .collectList()
                    .block(TIMEOUT);
        }
    }

    private TencentRedis client() {
        return TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .build();
    }
}
