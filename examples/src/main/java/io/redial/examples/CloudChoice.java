package io.redial.examples;

import io.micrometer.observation.ObservationRegistry;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.Region;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which cloud is meant. */
final class CloudChoice {
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(60);

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

    @Nullable
    URI endpoint() {
        return endpoint;
    }

    Region region() {
        return region;
    }

    /** The cloud that was named, or a new one. */
    Destination destination(Surroundings surroundings) {
        if (endpoint != null) {
            return Destination.at(endpoint, surroundings.keys());
        }
        PrintStream out = surroundings.out();
        out.println("No --endpoint is given: a cloud is started in this process.");
        return Destination.embedded(surroundings.embedded().region(region.id()).build());
    }

    /**
     * A client for it.
     *
     * @param inFlight how many calls may wait for their turn at the same time, which is no reason to give one up
     */
    TencentRedis client(Destination destination, CallCounter calls, int inFlight) {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(calls);
        return TencentRedis.builder()
                .credentials(destination.keys())
                .region(region)
                .endpoint(destination.endpoint())
                .deadline(CALL_DEADLINE.plus(FleetPlan.ORDERS.steadily(inFlight)))
                .observations(observations)
                .build();
    }
}
