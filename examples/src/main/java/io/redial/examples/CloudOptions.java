package io.redial.examples;

import io.redial.reactive.TencentCrs;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.Region;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which cloud of Tencent is meant. */
final class CloudOptions {
    private static final Duration BASE_CALL_TIMEOUT = Duration.ofSeconds(60);

    @Mixin
    private EndpointOption endpointOption = new EndpointOption();

    @Option(
            names = "--region",
            paramLabel = "ID",
            converter = RegionConverter.class,
            description = "where the instances are (default: ${DEFAULT-VALUE})")
    private Region region = Region.AP_GUANGZHOU;

    @Nullable
    URI endpoint() {
        return endpointOption.endpoint();
    }

    Region region() {
        return region;
    }

    /** The cloud that was named, or a new one. */
    CloudTarget target(CommandContext surroundings) {
        return endpointOption.target(
                surroundings.out(),
                surroundings.tencentCredentials(),
                surroundings.emulatorOptions().region(region.id()));
    }

    /**
     * A client for it.
     *
     * @param inFlight how many calls may wait for their turn at the same time, which is no reason to give one up
     */
    TencentRedis client(CloudTarget destination, CallCounter calls, int inFlight) {
        return destination
                .configure(TencentRedis.builder(), calls)
                .region(region)
                .deadline(BASE_CALL_TIMEOUT.plus(FleetPlan.ORDER_QUOTA.durationOf(inFlight)))
                .build();
    }

    /** A client for it that speaks API v2. */
    TencentCrs crsClient(CloudTarget destination, CallCounter calls) {
        return destination
                .configure(TencentCrs.builder(), calls)
                .region(region.id())
                .build();
    }
}
