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
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the journal")
    private @Nullable Path journal;

    @Mixin
    private CloudChoice cloud = new CloudChoice();

    @Mixin
    private InFlight inFlight = new InFlight();

    @Option(names = "--retry-refused", description = "send again what the cloud has refused")
    private boolean retryRefused;

    ResumeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new Story(surroundings, Objects.requireNonNull(spec)).tell(cloud, inFlight.requests(), this::resume);
    }

    private int resume(TencentRedis redis, CallCounter calls, Interruption interruption) {
        var file = Objects.requireNonNull(journal);
        var events = redis.fleet(FleetOptions.defaults()
                        .withInFlight(inFlight.requests())
                        .withRetryRefused(retryRefused)
                        .withStopWhen(interruption.signal()))
                .resume(file);
        var plan = FleetPlan.in(file, inFlight.requests());
        var line = new ResumeLine(file, cloud.endpoint(), cloud.region());
        return new FleetTold(surroundings, calls).tell(plan, events, List.of(), line::after);
    }
}
