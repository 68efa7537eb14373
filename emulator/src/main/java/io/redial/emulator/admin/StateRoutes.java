package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Regions;
import java.util.List;

/** The emulator as a whole. */
final class StateRoutes {
    /** Room for some 100,000 instances with their work. */
    private static final int MAX_SNAPSHOT_BYTES = 256 * 1024 * 1024;

    private final CloudEmulator emulator;
    private final Regions regions;

    private StateRoutes(CloudEmulator emulator, Regions regions) {
        this.emulator = emulator;
        this.regions = regions;
    }

    static List<Route> of(CloudEmulator emulator, Regions regions) {
        var routes = new StateRoutes(emulator, regions);
        return List.of(
                Route.get("/state", ask -> routes.state()),
                Route.post("/reset", routes::reset),
                Route.get("/snapshot", ask -> AdminReply.json(200, emulator.snapshot())),
                new Route("PUT", "/snapshot", MAX_SNAPSHOT_BYTES, routes::restore),
                Route.get("/certificate", ask -> routes.certificate()));
    }

    private AdminReply state() {
        var clouds = regions.all().toList();
        var state = JsonNodeFactory.instance
                .objectNode()
                .put("region", emulator.region())
                .put("instances", clouds.stream().mapToInt(Cloud::size).sum())
                .put("busy", clouds.stream().mapToLong(StateRoutes::busy).sum())
                .put("tasks", clouds.stream().flatMap(TaskRoutes::running).count())
                .put("orders", clouds.stream().flatMap(Cloud::orders).count())
                .put("backups", clouds.stream().flatMap(Cloud::backups).count())
                .put("calls", emulator.calls())
                .put("refusals", emulator.refusals())
                .put("faults", emulator.faults().size())
                .put("quotaMode", Wishes.word(emulator.quotaMode()));
        return AdminReply.json(state.<ObjectNode>set("clock", ClockRoutes.row(emulator.clock())));
    }

    private static long busy(Cloud cloud) {
        var now = cloud.now();
        return cloud.newestFirst().stream()
                .filter(instance -> instance.busyAt(now))
                .count();
    }

    private AdminReply reset(Ask ask) {
        ask.wishes();
        emulator.reset();
        return state();
    }

    private AdminReply restore(Ask ask) {
        emulator.restore(ask.arrival().body());
        return state();
    }

    private AdminReply certificate() {
        try {
            return AdminReply.text("application/x-pem-file", emulator.certificatePem());
        } catch (IllegalStateException e) {
            throw AdminError.missing(String.valueOf(e.getMessage()));
        }
    }
}
