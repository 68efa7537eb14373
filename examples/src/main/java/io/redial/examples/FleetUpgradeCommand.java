package io.redial.examples;

import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Flux;

/** Upgrades all instances of a region. The last line of its output is a {@link FleetReport} as JSON. */
@Command(
        name = "fleet-upgrade",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Upgrades all instances of a region as fast as the quota allows, and follows each until it runs again.",
            "Keys come from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN. Ctrl-C sends no more"
                    + " orders and follows those that were accepted; a second one ends at once. The last line of the"
                    + " output is JSON; the exit code is 0 if all were upgraded."
        })
final class FleetUpgradeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--mem-size",
            paramLabel = "MB",
            description = "the new size of a shard, a multiple of 1024 (default: for each instance the next multiple"
                    + " above its present size)")
    private @Nullable Long memSize;

    @Mixin
    private ConcurrencyOption concurrencyOption = new ConcurrencyOption();

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "a new file that keeps what happens, so that 'resume' can go on after a crash; needs --endpoint")
    private @Nullable Path journal;

    FleetUpgradeCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        check();
        return new CommandRunner(context, Objects.requireNonNull(spec))
                .run(cloud, concurrencyOption.concurrency(), this::upgrade);
    }

    private void check() {
        if (memSize != null && (memSize < UpgradeRule.STEP_MB || memSize % UpgradeRule.STEP_MB != 0)) {
            throw wrong("--mem-size is a multiple of " + UpgradeRule.STEP_MB + ", not " + memSize);
        }
        if (journal != null && cloud.endpoint() == null) {
            throw wrong("--journal needs --endpoint: a cloud that is started in this process goes away with it");
        }
    }

    private int upgrade(TencentRedis redis, CallCounter calls, StopSignal interruption) {
        var instances = redis.items(DescribeInstancesRequest.builder().build())
                .collectList()
                .takeUntilOther(interruption.asMono())
                .block();
        if (instances == null) {
            context.out().println("stopped before the instances were listed");
            return ExitCode.SOFTWARE;
        }
        var upgrades = UpgradeRequests.of(instances, new UpgradeRule(memSize));
        var plan = FleetPlan.of(
                "upgraded",
                UpgradeInstanceRequest.ACTION,
                cloud.region(),
                instances.size(),
                concurrencyOption.concurrency());
        var fleet = redis.fleet(FleetOptions.defaults()
                .withInFlight(concurrencyOption.concurrency())
                .withStopWhen(interruption.asMono()));
        var orders = Flux.fromIterable(upgrades.requests());
        var told = new FleetPrinter(context, calls);
        if (journal == null) {
            return told.printUntilComplete(plan, fleet.run(orders), upgrades.failures(), report -> List.of());
        }
        var resume = new ResumeCommandLine(journal, cloud.endpoint(), cloud.region());
        return told.printUntilComplete(plan, fleet.run(orders, journal), upgrades.failures(), resume::linesFor);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
