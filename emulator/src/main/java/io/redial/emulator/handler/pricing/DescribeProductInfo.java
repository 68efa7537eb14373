package io.redial.emulator.handler.pricing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.RegionInfo;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

/** The same in all regions, so it is made once; every answer shares it, and nobody may change it. */
final class DescribeProductInfo implements ActionHandler {
    /** Those that the document lets this list show; newer types are on sale too. */
    private static final List<Integer> TYPES = List.of(2, 3, 4, 6, 7, 8, 9, 15, 16);

    private static final List<String> PAY_MODES = List.of("1", "0");

    private final ArrayNode regions = regions();

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var answer = Json.object();
        answer.set("RegionSet", regions);
        return answer;
    }

    private static ArrayNode regions() {
        var products = Json.array();
        TYPES.forEach(type -> PAY_MODES.forEach(mode -> products.add(row(ProductOffering.of(type), mode))));
        return Json.array(List.of(RegionInfo.values()), region -> {
            var row = Json.object()
                    .put("RegionId", region.id())
                    .put("RegionName", region.city())
                    .put("RegionShortName", region.shortName())
                    .put("Area", region.area());
            row.set("ZoneSet", Json.array(region.zones(), zone -> zone(region, zone, products)));
            return row;
        });
    }

    private static ObjectNode zone(RegionInfo region, int zone, ArrayNode products) {
        var name = RegionInfo.zoneName(zone);
        var row = Json.object()
                .put("ZoneId", name)
                .put("ZoneName", region.city() + " Zone " + name.substring(name.lastIndexOf('-') + 1))
                .put("IsSaleout", false)
                .put("IsDefault", zone == region.zones().get(0))
                .put("OldZoneId", zone);
        row.putArray("NetWorkType").add("basenet").add("vpcnet");
        row.set("ProductSet", products);
        return row;
    }

    private static ObjectNode row(ProductOffering product, String payMode) {
        var row = Json.object()
                .put("Type", product.type())
                .put("TypeName", product.name())
                .put("MinBuyNum", 1)
                .put("MaxBuyNum", ProductOffering.MAX_ORDER_QUANTITY)
                .put("Saleout", false)
                .put("Engine", product.engine())
                .put("Version", product.version())
                .put("PayMode", payMode)
                .put("EnableReplicaReadOnly", product.replicasRead());
        texts(row.putArray("TotalSize"), product.totalSizes());
        texts(row.putArray("ShardSize"), product.shardSizes());
        texts(row.putArray("ReplicaNum"), product.replicas());
        texts(row.putArray("ShardNum"), product.shards());
        return row;
    }

    private static void texts(ArrayNode array, List<Integer> numbers) {
        numbers.forEach(number -> array.add(Integer.toString(number)));
    }
}
