package io.redial.emulator.handler.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.RegionInfo;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.Map;

/**
 * The actions that say what is on sale.
 *
 * <p>Faithful: regions, types, counts of shards and replicas. Made up: the zones, three in each region; the sizes, which are
 * all whole GB up to 64; and the dedicated clusters, two in each region, on which nothing ever runs out.
 */
public final class PricingActions {
    private PricingActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.of(
                "DescribeProductInfo",
                new DescribeProductInfo(),
                "DescribeGlobalReplicationArea",
                PricingActions::areas,
                "DescribeRedisClusters",
                new DescribeRedisClusters(),
                "DescribeRedisClusterOverview",
                DedicatedClusters::overview);
    }

    private static ObjectNode areas(ActionRequest call, Cloud cloud) {
        var answer = Json.object();
        var regions = answer.putArray("AvailableRegions");
        for (var region : RegionInfo.values()) {
            var zones = regions.addObject().put("Region", region.id()).putArray("AvailableZones");
            region.zones().forEach(zone -> zones.add(RegionInfo.zoneName(zone)));
        }
        return answer;
    }
}
