package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudRegions;
import io.redial.emulator.instance.EmulatedInstance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The instances of all regions. */
final class InstanceRoutes {
    private static final int MAX_ROWS = 1000;

    private final CloudEmulator emulator;
    private final CloudRegions regions;

    private InstanceRoutes(CloudEmulator emulator, CloudRegions regions) {
        this.emulator = emulator;
        this.regions = regions;
    }

    static List<AdminRoute> of(CloudEmulator emulator, CloudRegions regions) {
        var routes = new InstanceRoutes(emulator, regions);
        return List.of(
                AdminRoute.get("/instances", routes::list),
                AdminRoute.post("/instances", routes::add),
                AdminRoute.get("/instances/{id}", routes::show),
                AdminRoute.delete("/instances/{id}", routes::remove),
                AdminRoute.put("/instances/{id}/next-task", routes::setNextTaskOutcome));
    }

    private AdminResponse list(AdminRequest ask) {
        var offset = ask.intParameter("offset", 0, 0, Integer.MAX_VALUE);
        var limit = ask.intParameter("limit", 100, 0, MAX_ROWS);
        var search = ask.queryParameter("search").orElse("").toLowerCase(Locale.ROOT);
        var found = regions.all()
                .flatMap(cloud -> cloud.newestFirst().stream().map(instance -> new LocatedInstance(cloud, instance)))
                .filter(place -> place.matches(search))
                .toList();
        var list = JsonNodeFactory.instance.objectNode().put("total", found.size());
        var rows = list.putArray("instances");
        found.stream().skip(offset).limit(limit).forEach(place -> rows.add(place.row()));
        return AdminResponse.json(list);
    }

    private AdminResponse add(AdminRequest ask) {
        var count = ask.body("count").integer("count", 1, MAX_ROWS).orElse(1);
        var added = JsonNodeFactory.instance.objectNode();
        var ids = added.putArray("ids");
        for (var i = 0; i < count; i++) {
            ids.add(emulator.addInstance());
        }
        return AdminResponse.json(201, added);
    }

    private AdminResponse show(AdminRequest ask) {
        return AdminResponse.json(find(ask.pathVariable()).row());
    }

    private AdminResponse remove(AdminRequest ask) {
        var place = find(ask.pathVariable());
        place.cloud.removeInstance(ask.pathVariable());
        return AdminResponse.json(place.row());
    }

    private AdminResponse setNextTaskOutcome(AdminRequest ask) {
        var place = find(ask.pathVariable());
        place.cloud.setNextTaskOutcome(
                ask.pathVariable(), FaultKind.taskOutcome(ask.body("ending", "message", "takes")));
        return AdminResponse.json(place.row());
    }

    private LocatedInstance find(String id) {
        return regions.all()
                .flatMap(cloud -> cloud.instance(id).stream().map(instance -> new LocatedInstance(cloud, instance)))
                .findFirst()
                .orElseThrow(() -> AdminError.notFound("there is no instance '" + id + "'"));
    }

    private record LocatedInstance(Cloud cloud, EmulatedInstance instance) {

        boolean matches(String search) {
            return instance.id().contains(search)
                    || instance.metadata().name().toLowerCase(Locale.ROOT).contains(search);
        }

        ObjectNode row() {
            var now = cloud.now();
            var state = instance.stateAt(now);
            var memory = state.memory();
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", instance.id())
                    .put("name", instance.metadata().name())
                    .put("region", cloud.region())
                    .put("status", status(now))
                    .put("busy", instance.isBusyAt(now))
                    .put("version", state.version())
                    .put("cluster", state.isCluster())
                    .put("shardMb", memory.shardMb())
                    .put("shards", memory.shards())
                    .put("replicas", memory.replicas())
                    .put("usedMb", memory.usedMb() * memory.shards())
                    .put("created", Instant.ofEpochMilli(instance.created()).toString());
        }

        private String status(long now) {
            return instance.isBusyAt(now) ? "processing" : JsonBody.wireName(instance.lifecycleStateAt(now));
        }
    }
}
