package io.redial.examples;

import io.micrometer.observation.ObservationRegistry;
import io.redial.core.error.CredentialsException;
import io.redial.core.error.RedialException;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the fleet upgrade. The last line of its output is a {@link FleetReport} as JSON. */
@Command(
        name = "fleet-upgrade",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Upgrades all instances of a region as fast as the quota allows, and follows each until it runs again.",
            "Keys come from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN. The last line of"
                    + " the output is JSON; the exit code is 0 if all were upgraded."
        })
final class FleetUpgradeCommand implements Callable<Integer> {
    /**
     * Orders leave at 20 a second and are followed for up to 3 s each, so up to 60 are with the cloud; the 20 of the next
     * second are ready when the quota lets them go.
     */
    private static final int DEFAULT_IN_FLIGHT = 80;

    private static final int MAX_IN_FLIGHT = 100_000;
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(60);

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            converter = EndpointConverter.class,
            description = "the cloud; without it, one is started in this process and goes away with it")
    private @Nullable URI endpoint;

    @Option(
            names = "--region",
            paramLabel = "ID",
            converter = RegionConverter.class,
            description = "where the instances are (default: ${DEFAULT-VALUE})")
    private Region region = Region.AP_GUANGZHOU;

    @Option(
            names = "--mem-size",
            paramLabel = "MB",
            description = "the new size of a shard, a multiple of 1024 (default: for each instance the next multiple"
                    + " above its present size)")
    private @Nullable Long memSize;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "how many are ordered and followed at the same time (default: ${DEFAULT-VALUE})")
    private int inFlight = DEFAULT_IN_FLIGHT;

    FleetUpgradeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check();
        var calls = new CallCounter();
        try (var destination = destination();
                var redis = client(destination, calls)) {
            return run(redis, calls);
        } catch (CredentialsException e) {
            return complain(e, ExitCode.USAGE);
        } catch (RedialException e) {
            return complain(e, ExitCode.SOFTWARE);
        }
    }

    private void check() {
        if (inFlight < 1 || inFlight > MAX_IN_FLIGHT) {
            throw wrong("--in-flight is 1 to " + MAX_IN_FLIGHT + ", not " + inFlight);
        }
        if (memSize != null && (memSize < UpgradeRule.STEP_MB || memSize % UpgradeRule.STEP_MB != 0)) {
            throw wrong("--mem-size is a multiple of " + UpgradeRule.STEP_MB + ", not " + memSize);
        }
    }

    private Destination destination() {
        if (endpoint != null) {
            return Destination.at(endpoint, surroundings.keys());
        }
        surroundings.out().println("No --endpoint is given: a cloud is started in this process.");
        return Destination.embedded(surroundings.embedded().region(region.id()).build());
    }

    private TencentRedis client(Destination destination, CallCounter calls) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(calls);
        return TencentRedis.builder()
                .credentials(destination.keys())
                .region(region)
                .endpoint(destination.endpoint())
                // All that are in flight may wait for their turn, and that is no reason to give one up.
                .deadline(CALL_DEADLINE.plus(FleetPlan.ORDERS.steadily(inFlight)))
                .observations(observations)
                .build();
    }

    /** The only place that waits. */
    private int run(TencentRedis redis, CallCounter calls) {
        var out = surroundings.out();
        try (var interruption = Interruption.watched()) {
            FleetReport report;
            try (var display = surroundings.terminal() ? new TerminalDisplay(out) : new PlainDisplay(out)) {
                var upgrade = new FleetUpgrade(redis, new UpgradeRule(memSize), inFlight);
                report = new FleetRun(upgrade, region, calls, display, interruption.signal())
                        .report()
                        .block();
            }
            if (report == null) {
                out.println("stopped before the instances were listed");
                return ExitCode.SOFTWARE;
            }
            out.println(report.text());
            out.println(report.json());
            out.flush();
            return report.allSucceeded() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private int complain(RedialException failure, int exitCode) {
        var line = Objects.requireNonNull(spec).commandLine();
        line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
        return exitCode;
    }
}
