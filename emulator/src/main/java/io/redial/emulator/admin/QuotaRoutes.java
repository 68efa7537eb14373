package io.redial.emulator.admin;

import static io.redial.emulator.admin.JsonBody.required;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.QuotaMode;
import java.util.List;

/** How many requests each action allows, and how they are counted. */
final class QuotaRoutes {
    private static final String PER_MINUTE_PREFIX = "alibaba.";
    private static final int MAX_PERMITS = 1_000_000;

    private final CloudEmulator emulator;

    private QuotaRoutes(CloudEmulator emulator) {
        this.emulator = emulator;
    }

    static List<AdminRoute> of(CloudEmulator emulator) {
        var routes = new QuotaRoutes(emulator);
        return List.of(
                AdminRoute.get("/quotas", ask -> routes.list()),
                AdminRoute.put("/quotas", routes::setMode),
                AdminRoute.get("/quotas/{action}", ask -> AdminResponse.json(routes.row(routes.requireAction(ask)))),
                AdminRoute.put("/quotas/{action}", routes::setPermits));
    }

    private AdminResponse list() {
        var list = JsonNodeFactory.instance.objectNode().put("mode", JsonBody.wireName(emulator.quotaMode()));
        var rows = list.putArray("quotas");
        emulator.actions().forEach(action -> rows.add(row(action)));
        return AdminResponse.json(list);
    }

    private AdminResponse setMode(AdminRequest ask) {
        emulator.quota(required(ask.body("mode").enumValue("mode", QuotaMode.class), "mode"));
        return list();
    }

    private AdminResponse setPermits(AdminRequest ask) {
        var action = requireAction(ask);
        emulator.setQuota(action, required(ask.body("permits").integer("permits", 1, MAX_PERMITS), "permits"));
        return AdminResponse.json(row(action));
    }

    private String requireAction(AdminRequest ask) {
        if (!emulator.actions().contains(ask.pathVariable())) {
            throw AdminError.notFound("there is no action '" + ask.pathVariable() + "'");
        }
        return ask.pathVariable();
    }

    private ObjectNode row(String action) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("action", action)
                .put("permits", emulator.quota(action))
                .put("periodSeconds", periodSeconds(action));
    }

    /** How long the period is that the quota of an action is for. */
    static int periodSeconds(String action) {
        return action.startsWith(PER_MINUTE_PREFIX) ? 60 : 1;
    }
}
