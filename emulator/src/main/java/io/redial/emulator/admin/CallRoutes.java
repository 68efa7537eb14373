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

    static List<AdminRoute> of(CloudEmulator emulator) {
        return List.of(AdminRoute.get("/calls", new CallRoutes(emulator)::list));
    }

    private AdminResponse list(AdminRequest ask) {
        var seconds = ask.intParameter("seconds", 60, 0, MAX_SECONDS);
        var only = ask.queryParameter("action");
        var now = TimeUnit.MILLISECONDS.toSeconds(emulator.clock().millis());
        var list = JsonNodeFactory.instance
                .objectNode()
                .put("calls", emulator.callCount())
                .put("refusals", emulator.throttledCount())
                .put("second", now);
        var rows = list.putArray("actions");
        emulator.actions().stream()
                .filter(action -> only.isEmpty()
                        ? emulator.callCount(action) > 0
                        : only.get().equals(action))
                .forEach(action -> rows.add(row(action, now - seconds)));
        return AdminResponse.json(list);
    }

    private ObjectNode row(String action, long after) {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("action", action)
                .put("calls", emulator.callCount(action))
                .put("refusals", emulator.throttledCount(action))
                .put("permits", emulator.quota(action))
                .put("periodSeconds", QuotaRoutes.periodSeconds(action));
        var seconds = row.putArray("seconds");
        emulator.callsPerSecond(action).stream()
                .filter(one -> one.epochSecond() > after)
                .forEach(one -> seconds.addObject()
                        .put("second", one.epochSecond())
                        .put("accepted", one.accepted())
                        .put("refused", one.throttled()));
        return row;
    }
}
