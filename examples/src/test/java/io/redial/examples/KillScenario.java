package io.redial.examples;

import io.redial.core.credentials.Credentials;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorOptions;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An upgrade of a fleet whose process is killed at random moments, again and again, and resumed each time by another one.
 *
 * @param instances how many the cloud has
 * @param maxKills how many processes are killed at most, before one is left alone
 * @param maxKillDelay the latest moment to kill one, from its start
 */
record KillScenario(long seed, int instances, int maxKills, Duration maxKillDelay) {
    private static final Duration MIN_KILL_DELAY = Duration.ofMillis(500);
    private static final int MAX_PROCESSES = 40;

    /**
     * What became of it.
     *
     * @param processes how many there were
     * @param killCount how many of them were killed
     * @param inDoubt how many calls were noted in the journal as sent, and not as answered, when a process was killed
     * @param upgradedTwice instances that were upgraded more than once
     * @param neverUpgraded instances that were not
     * @param lastOutput what the last process said
     */
    record Outcome(
            int processes,
            int killCount,
            int inDoubt,
            List<String> upgradedTwice,
            List<String> neverUpgraded,
            int exitCode,
            List<String> lastOutput) {}

    Outcome run(Path directory) throws IOException, InterruptedException {
        var journal = directory.resolve("killed-" + seed + ".journal");
        var random = new Random(seed);
        var options = EmulatorOptions.builder()
                .instances(instances)
                .seed(seed)
                .latency(Duration.ZERO, Duration.ofMillis(60))
                .taskDuration(Duration.ofMillis(100), Duration.ofSeconds(1));
        try (var cloud = CloudEmulator.start(options.build())) {
            var killed = 0;
            var inDoubt = 0;
            for (var processes = 1; processes <= MAX_PROCESSES; processes++) {
                try (var program = start(cloud, journal)) {
                    if (killed < maxKills && program.killAfter(moment(random))) {
                        killed++;
                        inDoubt += inDoubt(journal);
                        continue;
                    }
                    var words = program.remainingLines().toList();
                    var unplanned = words.stream().anyMatch(line -> line.contains("ends before its plan does"));
                    if (unplanned) {
                        Files.delete(journal);
                        continue;
                    }
                    return new Outcome(
                            processes,
                            killed,
                            inDoubt,
                            upgraded(cloud, 2, Integer.MAX_VALUE),
                            upgraded(cloud, 0, 0),
                            program.exitCode(),
                            words);
                }
            }
            throw new AssertionError("seed " + seed + " has not ended after " + MAX_PROCESSES + " processes");
        }
    }

    private static JavaProcess start(CloudEmulator cloud, Path journal) throws IOException {
        var keys = Map.of(
                "TENCENTCLOUD_SECRET_ID", cloud.secretId(),
                "TENCENTCLOUD_SECRET_KEY", cloud.secretKey());
        var endpoint = cloud.endpoint().toString();
        return Files.exists(journal)
                ? JavaProcess.start(ExamplesMain.class, keys, "resume", journal.toString(), "--endpoint", endpoint)
                : JavaProcess.start(
                        ExamplesMain.class,
                        keys,
                        "fleet-upgrade",
                        "--journal",
                        journal.toString(),
                        "--endpoint",
                        endpoint);
    }

    private Duration moment(Random random) {
        var span = maxKillDelay.minus(MIN_KILL_DELAY).toMillis();
        return MIN_KILL_DELAY.plusMillis(random.nextInt((int) span));
    }

    /** The cloud is asked, not the client. */
    private static List<String> upgraded(CloudEmulator cloud, int least, int most) {
        try (var redis = TencentRedis.builder()
                .credentials(Credentials.of(cloud.secretId(), cloud.secretKey()))
                .region(Region.AP_GUANGZHOU)
                .endpoint(cloud.endpoint())
                .build()) {
            return redis.items(DescribeInstancesRequest.builder().build())
                    .mapNotNull(InstanceSet::instanceId)
                    .filter(id -> cloud.acceptedUpgradeCount(id) >= least && cloud.acceptedUpgradeCount(id) <= most)
                    .collectList()
                    .block(Duration.ofSeconds(60));
        }
    }

    private static int inDoubt(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (var lines = Files.lines(journal)) {
            var last = lines.filter(line -> line.contains("\"number\":") && !line.startsWith("{\"event\":\"request\""))
                    .collect(Collectors.toMap(
                            line -> line.replaceAll(".*\"number\":(\\d+).*", "$1"),
                            line -> line.startsWith("{\"event\":\"sending\""),
                            (earlier, later) -> later));
            return (int) last.values().stream().filter(sending -> sending).count();
        }
    }
}
