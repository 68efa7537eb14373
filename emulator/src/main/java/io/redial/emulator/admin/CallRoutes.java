package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many requests have arrived: altogether, for each action, and in each second. */
final class CallRoutes {
    private static final int MAX_SECONDS = 600;

    private final CloudEmulator emulator;

    private CallRoutes(CloudEmulator emulator) {
        this.emulator = emulator;
    }

    static List<Route> of(CloudEmulator emulator) {
        return List.of(Route.get("/calls", new CallRoutes(emulator)::list));
    }

    private AdminReply list(Ask ask) {
        var seconds = ask.number("seconds", 60, 0, MAX_SECONDS);
        var only = ask.query("action");
        var now = TimeUnit.MILLISECONDS.toSeconds(emulator.clock().millis());
        var list = JsonNodeFactory.instance
                .objectNode()
                .put("calls", emulator.calls())
                .put("refusals", emulator.refusals())
                .put("second", now);
        var rows = list.putArray("actions");
        emulator.actions().stream()
                .filter(action ->
                        only.isEmpty() ? emulator.calls(action) > 0 : only.get().equals(action))
                .forEach(action -> rows.add(row(action, now - seconds)));
        return AdminReply.json(list);
    }

    private ObjectNode row(String action, long after) {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("action", action)
                .put("calls", emulator.calls(action))
                .put("refusals", emulator.refusals(action))
                .put("permits", emulator.quota(action))
                .put("periodSeconds", QuotaRoutes.seconds(action));
        var seconds = row.putArray("seconds");
        emulator.traffic(action).stream()
                .filter(one -> one.second() > after)
                .forEach(one -> seconds.addObject()
                        .put("second", one.second())
                        .put("accepted", one.accepted())
                        .put("refused", one.refused()));
        return row;
    }
}
