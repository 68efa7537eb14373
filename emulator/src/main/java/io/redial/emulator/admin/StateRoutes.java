package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudRegions;
import java.util.List;

/** The emulator as a whole. */
final class StateRoutes {
    /** Room for some 100,000 instances with their work. */
    private static final int MAX_SNAPSHOT_BYTES = 256 * 1024 * 1024;

    private final CloudEmulator emulator;
    private final CloudRegions regions;

    private StateRoutes(CloudEmulator emulator, CloudRegions regions) {
        this.emulator = emulator;
        this.regions = regions;
    }

    static List<AdminRoute> of(CloudEmulator emulator, CloudRegions regions) {
        var routes = new StateRoutes(emulator, regions);
        return List.of(
                AdminRoute.get("/state", ask -> routes.state()),
                AdminRoute.post("/reset", routes::reset),
                AdminRoute.get("/snapshot", ask -> AdminResponse.json(200, emulator.snapshot())),
                new AdminRoute("PUT", "/snapshot", MAX_SNAPSHOT_BYTES, routes::restore),
                AdminRoute.get("/certificate", ask -> routes.certificate()));
    }

    private AdminResponse state() {
        var clouds = regions.all().toList();
        var state = JsonNodeFactory.instance
                .objectNode()
                .put("region", emulator.region())
                .put("instances", clouds.stream().mapToInt(Cloud::size).sum())
                .put("busy", clouds.stream().mapToLong(StateRoutes::busy).sum())
                .put("tasks", clouds.stream().flatMap(TaskRoutes::running).count())
                .put("orders", clouds.stream().flatMap(Cloud::orders).count())
                .put("backups", clouds.stream().flatMap(Cloud::backups).count())
                .put("calls", emulator.callCount())
                .put("refusals", emulator.throttledCount())
                .put("faults", emulator.activeFaults().size())
                .put("quotaMode", JsonBody.wireName(emulator.quotaMode()));
        return AdminResponse.json(state.<ObjectNode>set("clock", ClockRoutes.row(emulator.clock())));
    }

    private static long busy(Cloud cloud) {
        var now = cloud.now();
        return cloud.newestFirst().stream()
                .filter(instance -> instance.isBusyAt(now))
                .count();
    }

    private AdminResponse reset(AdminRequest ask) {
        ask.body();
        emulator.reset();
        return state();
    }

    private AdminResponse restore(AdminRequest ask) {
        emulator.restore(ask.request().body());
        return state();
    }

    private AdminResponse certificate() {
        try {
            return AdminResponse.text("application/x-pem-file", emulator.certificatePem());
        } catch (IllegalStateException e) {
            throw AdminError.notFound(String.valueOf(e.getMessage()));
        }
    }
}
