package io.redial.emulator.handler.pricing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.IdGenerator;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The dedicated clusters of a region, which are always the same two. */
public final class DedicatedClusters {
    static final int BUNDLES = 4;
    static final int BUNDLE_GB = 64;

    private static final int COUNT = 2;

    private DedicatedClusters() {}

    /**
     * One dedicated cluster.
     *
     * @param id its id
     * @param dedicatedId the id of the dedicated cluster of machines that it stands on
     * @param zone its zone
     */
    record Cluster(String id, String dedicatedId, int zone) {}

    /** Whether there is a dedicated cluster with that id. */
    public static boolean exists(String id, Cloud cloud) {
        return of(cloud).anyMatch(cluster -> cluster.id.equals(id));
    }

    static Stream<Cluster> of(Cloud cloud) {
        var seed = cloud.region().hashCode() >>> 2;
        var dedicated = "cluster-" + IdGenerator.suffix(seed);
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> new Cluster(
                        "crs-cdc-" + IdGenerator.suffix(seed + number),
                        dedicated,
                        cloud.zones().get(0)));
    }

    static ObjectNode overview(ActionRequest call, Cloud cloud) {
        var wanted = call.text("DedicatedClusterId").orElse("");
        List<Cluster> found = of(cloud)
                .filter(cluster -> wanted.isEmpty() || cluster.dedicatedId.equals(wanted))
                .toList();
        return Json.object()
                .put("TotalBundle", found.size() * BUNDLES)
                .put("TotalMemory", found.size() * BUNDLES * BUNDLE_GB);
    }
}
