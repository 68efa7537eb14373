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
final class CloudChoice {
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(60);

    @Mixin
    private EndpointChoice where = new EndpointChoice();

    @Option(
            names = "--region",
            paramLabel = "ID",
            converter = RegionConverter.class,
            description = "where the instances are (default: ${DEFAULT-VALUE})")
    private Region region = Region.AP_GUANGZHOU;

    @Nullable
    URI endpoint() {
        return where.endpoint();
    }

    Region region() {
        return region;
    }

    /** The cloud that was named, or a new one. */
    Destination destination(Surroundings surroundings) {
        return where.destination(
                surroundings.out(), surroundings.keys(), surroundings.embedded().region(region.id()));
    }

    /**
     * A client for it.
     *
     * @param inFlight how many calls may wait for their turn at the same time, which is no reason to give one up
     */
    TencentRedis client(Destination destination, CallCounter calls, int inFlight) {
        return destination
                .settings(TencentRedis.builder(), calls)
                .region(region)
                .deadline(CALL_DEADLINE.plus(FleetPlan.ORDERS.steadily(inFlight)))
                .build();
    }

    /** A client for it that speaks API v2. */
    TencentCrs crs(Destination destination, CallCounter calls) {
        return destination
                .settings(TencentCrs.builder(), calls)
                .region(region.id())
                .build();
    }
}
