package io.redial.emulator.behaviour.sales;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Region;
import io.redial.emulator.door.Call;
import java.util.Map;

/**
 * The actions that say what is on sale.
 *
 * <p>Faithful: regions, types, counts of shards and replicas. Made up: the zones, three in each region; the sizes, which are
 * all whole GB up to 64; and the dedicated clusters, two in each region, on which nothing ever runs out.
 */
public final class SalesActions {
    private SalesActions() {}

    /** What each of them does. */
    public static Map<String, Behaviour> all() {
        return Map.of(
                "DescribeProductInfo",
                new DescribeProductInfo(),
                "DescribeGlobalReplicationArea",
                SalesActions::areas,
                "DescribeRedisClusters",
                new DescribeRedisClusters(),
                "DescribeRedisClusterOverview",
                RedisClusters::overview);
    }

    private static ObjectNode areas(Call call, Cloud cloud) {
        var answer = Json.object();
        var regions = answer.putArray("AvailableRegions");
        for (var region : Region.values()) {
            var zones = regions.addObject().put("Region", region.id()).putArray("AvailableZones");
            region.zones().forEach(zone -> zones.add(Region.zoneName(zone)));
        }
        return answer;
    }
}
