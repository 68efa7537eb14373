package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Regions;
import io.redial.emulator.instance.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The instances of all regions. */
final class InstanceRoutes {
    private static final int MAX_ROWS = 1000;

    private final CloudEmulator emulator;
    private final Regions regions;

    private InstanceRoutes(CloudEmulator emulator, Regions regions) {
        this.emulator = emulator;
        this.regions = regions;
    }

    static List<Route> of(CloudEmulator emulator, Regions regions) {
        var routes = new InstanceRoutes(emulator, regions);
        return List.of(
                Route.get("/instances", routes::list),
                Route.post("/instances", routes::add),
                Route.get("/instances/{id}", routes::show),
                Route.delete("/instances/{id}", routes::remove),
                Route.put("/instances/{id}/next-task", routes::nextTask));
    }

    private AdminReply list(Ask ask) {
        var offset = ask.number("offset", 0, 0, Integer.MAX_VALUE);
        var limit = ask.number("limit", 100, 0, MAX_ROWS);
        var search = ask.query("search").orElse("").toLowerCase(Locale.ROOT);
        var found = regions.all()
                .flatMap(cloud -> cloud.newestFirst().stream().map(instance -> new Place(cloud, instance)))
                .filter(place -> place.matches(search))
                .toList();
        var list = JsonNodeFactory.instance.objectNode().put("total", found.size());
        var rows = list.putArray("instances");
        found.stream().skip(offset).limit(limit).forEach(place -> rows.add(place.row()));
        return AdminReply.json(list);
    }

    private AdminReply add(Ask ask) {
        var count = ask.wishes("count").whole("count", 1, MAX_ROWS).orElse(1);
        var added = JsonNodeFactory.instance.objectNode();
        var ids = added.putArray("ids");
        for (var i = 0; i < count; i++) {
            ids.add(emulator.addInstance());
        }
        return AdminReply.json(201, added);
    }

    private AdminReply show(Ask ask) {
        return AdminReply.json(find(ask.name()).row());
    }

    private AdminReply remove(Ask ask) {
        var place = find(ask.name());
        place.cloud.removeInstance(ask.name());
        return AdminReply.json(place.row());
    }

    private AdminReply nextTask(Ask ask) {
        var place = find(ask.name());
        place.cloud.nextTask(ask.name(), FaultKind.fate(ask.wishes("ending", "message", "takes")));
        return AdminReply.json(place.row());
    }

    private Place find(String id) {
        return regions.all()
                .flatMap(cloud -> cloud.instance(id).stream().map(instance -> new Place(cloud, instance)))
                .findFirst()
                .orElseThrow(() -> AdminError.missing("there is no instance '" + id + "'"));
    }

    private record Place(Cloud cloud, Instance instance) {

        boolean matches(String search) {
            return instance.id().contains(search)
                    || instance.label().name().toLowerCase(Locale.ROOT).contains(search);
        }

        ObjectNode row() {
            var now = cloud.now();
            var state = instance.stateAt(now);
            var memory = state.memory();
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("id", instance.id())
                    .put("name", instance.label().name())
                    .put("region", cloud.region())
                    .put("status", status(now))
                    .put("busy", instance.busyAt(now))
                    .put("version", state.version())
                    .put("cluster", state.isCluster())
                    .put("shardMb", memory.shardMb())
                    .put("shards", memory.shards())
                    .put("replicas", memory.replicas())
                    .put("usedMb", memory.usedMb() * memory.shards())
                    .put("created", Instant.ofEpochMilli(instance.created()).toString());
        }

        private String status(long now) {
            return instance.busyAt(now) ? "processing" : Wishes.word(instance.lifeAt(now));
        }
    }
}
