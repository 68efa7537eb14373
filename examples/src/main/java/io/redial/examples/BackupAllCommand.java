package io.redial.examples;

import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.FleetEvent;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.tencent.redis.DescribeBackupUrlRequest;
import io.redial.tencent.redis.DescribeInstanceBackupsRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.ManualBackupInstanceRequest;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Flux;

/** Backs up all instances of a region, and tells where the files are. The last line is a {@link FleetReport} as JSON. */
@Command(
        name = "backup-all",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Backs up all instances of a region, and prints the address of each file.",
            "The last line of the output is JSON; the exit code is 0 if all were backed up."
        })
final class BackupAllCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    @Mixin
    private ConcurrencyOption concurrencyOption = new ConcurrencyOption();

    BackupAllCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        return new CommandRunner(context, Objects.requireNonNull(spec))
                .run(cloud, concurrencyOption.concurrency(), this::backUp);
    }

    private int backUp(TencentRedis redis, CallCounter calls, StopSignal interruption) {
        var ids = redis.items(DescribeInstancesRequest.builder().build())
                .mapNotNull(InstanceSet::instanceId)
                .collectList()
                .takeUntilOther(interruption.asMono())
                .block();
        if (ids == null) {
            context.out().println("stopped before the instances were listed");
            return ExitCode.SOFTWARE;
        }
        // By its remark each backup is found among those that others have made.
        var remark = "redial backup-all " + UUID.randomUUID();
        var done = new ConcurrentLinkedQueue<String>();
        var events = redis.fleet(FleetOptions.defaults()
                        .withInFlight(concurrencyOption.concurrency())
                        .withStopWhen(interruption.asMono()))
                .run(Flux.fromIterable(ids)
                        .map(id -> ManualBackupInstanceRequest.builder()
                                .instanceId(id)
                                .remark(remark)
                                .build()))
                .doOnNext(event -> note(event, done));
        var plan = FleetPlan.of(
                "backed up",
                ManualBackupInstanceRequest.ACTION,
                cloud.region(),
                ids.size(),
                concurrencyOption.concurrency());
        return new FleetPrinter(context, calls)
                .printUntilComplete(plan, events, List.of(), report -> addresses(redis, done, remark, interruption));
    }

    private static void note(FleetEvent event, Queue<String> done) {
        if (event instanceof FleetEvent.Succeeded success) {
            done.addAll(success.targets());
        }
    }

    private List<String> addresses(TencentRedis redis, Queue<String> ids, String remark, StopSignal interruption) {
        return Flux.fromIterable(ids)
                .flatMap(id -> address(redis, id, remark), concurrencyOption.concurrency())
                .takeUntilOther(interruption.asMono())
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }

    private static Flux<String> address(TencentRedis redis, String id, String remark) {
        return redis.items(
                        DescribeInstanceBackupsRequest.builder().instanceId(id).build())
                .filter(backup -> remark.equals(backup.remark()))
                .mapNotNull(backup -> backup.backupId())
                .next()
                .flatMap(backupId -> redis.call(DescribeBackupUrlRequest.of(id, backupId)))
                .flatMapIterable(answer -> answer.backupInfos())
                .map(file -> "backup of " + id + ": " + file.downloadUrl());
    }
}
