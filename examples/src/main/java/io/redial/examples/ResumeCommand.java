package io.redial.examples;

import io.redial.reactive.TencentRedis;
import io.redial.reactive.fleet.FleetOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a fleet from its journal. The last line of its output is a {@link FleetReport} as JSON. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Goes on with a fleet that has ended before its time: follows what was accepted, looks for what was sent and not"
                    + " answered, and sends the rest. Nothing is done twice.",
            "The last line of the output is JSON; the exit code is 0 if every request of the journal has succeeded."
        })
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the journal")
    private @Nullable Path journal;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    @Mixin
    private ConcurrencyOption concurrencyOption = new ConcurrencyOption();

    @Option(names = "--retry-refused", description = "send again what the cloud has refused")
    private boolean retryRejected;

    ResumeCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        return new CommandRunner(context, Objects.requireNonNull(spec))
                .run(cloud, concurrencyOption.concurrency(), this::resume);
    }

    private int resume(TencentRedis redis, CallCounter calls, StopSignal interruption) {
        var file = Objects.requireNonNull(journal);
        var events = redis.fleet(FleetOptions.defaults()
                        .withInFlight(concurrencyOption.concurrency())
                        .withRetryRefused(retryRejected)
                        .withStopWhen(interruption.asMono()))
                .resume(file);
        var plan = FleetPlan.forJournal(file, concurrencyOption.concurrency());
        var line = new ResumeCommandLine(file, cloud.endpoint(), cloud.region());
        return new FleetPrinter(context, calls).printUntilComplete(plan, events, List.of(), line::linesFor);
    }
}
