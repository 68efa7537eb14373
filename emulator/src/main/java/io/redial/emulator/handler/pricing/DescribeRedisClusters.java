package io.redial.emulator.handler.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.Json;
import io.redial.emulator.handler.PageParameters;
import io.redial.emulator.handler.pricing.DedicatedClusters.Cluster;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.function.Predicate;

final class DescribeRedisClusters implements ActionHandler {
    private static final long RUNNING = 2;
    private static final long BEGAN = 1_704_067_200_000L;
    private static final long ENDS = 1_924_992_000_000L;
    private static final long APP_ID = 1_250_000_001L;

    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var page = PageParameters.of(call);
        var found = DedicatedClusters.of(cloud).filter(wanted(call)).toList();
        var answer = Json.object().put("Total", found.size());
        answer.set("Resources", Json.array(page.of(found.stream()), cluster -> row(cluster, cloud)));
        return answer;
    }

    /** The name of a cluster is its id. */
    private static Predicate<Cluster> wanted(ActionRequest call) {
        var search = call.text("SearchKey").orElse("");
        return cluster -> any(call.texts("RedisClusterIds"), cluster.id())
                && any(call.numbers("Status"), RUNNING)
                && any(call.numbers("ProjectIds"), 0L)
                && any(call.numbers("AutoRenewFlag"), 0L)
                && any(call.text("ClusterName").stream().toList(), cluster.id())
                && any(call.text("DedicatedClusterId").stream().toList(), cluster.dedicatedId())
                && cluster.id().contains(search);
    }

    private static <T> boolean any(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static ObjectNode row(Cluster cluster, Cloud cloud) {
        var row = Json.object()
                .put("AppId", APP_ID)
                .put("RegionId", cloud.regionNumber())
                .put("ZoneId", cluster.zone())
                .put("RedisClusterId", cluster.id())
                .put("PayMode", 1)
                .put("ProjectId", 0)
                .put("AutoRenewFlag", 0)
                .put("ClusterName", cluster.id())
                .put("StartTime", ApiTime.format(BEGAN))
                .put("EndTime", ApiTime.format(ENDS))
                .put("Status", RUNNING)
                .put("DedicatedClusterId", cluster.dedicatedId());
        bundle(row, "BaseBundles", "cc-standard", 0, 1);
        bundle(row, "ResourceBundles", "resource-bundle-large", DedicatedClusters.BUNDLE_GB, DedicatedClusters.BUNDLES);
        return row;
    }

    private static void bundle(ObjectNode row, String field, String name, int memory, int count) {
        row.putArray(field)
                .addObject()
                .put("ResourceBundleName", name)
                .put("AvailableMemory", memory)
                .put("Count", count);
    }
}
