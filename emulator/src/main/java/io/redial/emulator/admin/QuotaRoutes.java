package io.redial.emulator.admin;

import static io.redial.emulator.admin.Wishes.needed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.QuotaMode;
import java.util.List;

/** How many requests each action allows, and how they are counted. */
final class QuotaRoutes {
    private static final String BY_THE_MINUTE = "alibaba.";
    private static final int MAX_PERMITS = 1_000_000;

    private final CloudEmulator emulator;

    private QuotaRoutes(CloudEmulator emulator) {
        this.emulator = emulator;
    }

    static List<Route> of(CloudEmulator emulator) {
        var routes = new QuotaRoutes(emulator);
        return List.of(
                Route.get("/quotas", ask -> routes.list()),
                Route.put("/quotas", routes::mode),
                Route.get("/quotas/{action}", ask -> AdminReply.json(routes.row(routes.known(ask)))),
                Route.put("/quotas/{action}", routes::permits));
    }

    private AdminReply list() {
        var list = JsonNodeFactory.instance.objectNode().put("mode", Wishes.word(emulator.quotaMode()));
        var rows = list.putArray("quotas");
        emulator.actions().forEach(action -> rows.add(row(action)));
        return AdminReply.json(list);
    }

    private AdminReply mode(Ask ask) {
        emulator.quota(needed(ask.wishes("mode").choice("mode", QuotaMode.class), "mode"));
        return list();
    }

    private AdminReply permits(Ask ask) {
        var action = known(ask);
        emulator.quota(action, needed(ask.wishes("permits").whole("permits", 1, MAX_PERMITS), "permits"));
        return AdminReply.json(row(action));
    }

    private String known(Ask ask) {
        if (!emulator.actions().contains(ask.name())) {
            throw AdminError.missing("there is no action '" + ask.name() + "'");
        }
        return ask.name();
    }

    private ObjectNode row(String action) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("action", action)
                .put("permits", emulator.quota(action))
                .put("periodSeconds", seconds(action));
    }

    /** How long the period is that the quota of an action is for. */
    static int seconds(String action) {
        return action.startsWith(BY_THE_MINUTE) ? 60 : 1;
    }
}
