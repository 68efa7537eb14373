package io.redial.emulator.admin;

import static io.redial.emulator.admin.JsonBody.required;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.fault.ActiveFaultRule;
import io.redial.emulator.fault.FaultRule;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What goes wrong, and when. */
final class FaultRoutes {
    private static final List<String> COMMON_FIELDS = List.of("kind", "action", "probability", "times", "seed");
    private static final int MAX_TIMES = 1_000_000;

    private final CloudEmulator emulator;

    private FaultRoutes(CloudEmulator emulator) {
        this.emulator = emulator;
    }

    static List<AdminRoute> of(CloudEmulator emulator) {
        var routes = new FaultRoutes(emulator);
        return List.of(
                AdminRoute.get("/faults", ask -> routes.list()),
                AdminRoute.post("/faults", routes::add),
                AdminRoute.delete("/faults", ask -> routes.clear()),
                AdminRoute.get("/faults/{id}", ask -> AdminResponse.json(row(routes.find(ask)))),
                AdminRoute.delete("/faults/{id}", routes::remove));
    }

    private AdminResponse list() {
        var list = JsonNodeFactory.instance.objectNode();
        var rows = list.putArray("faults");
        emulator.activeFaults().forEach(fault -> rows.add(row(fault)));
        return AdminResponse.json(list);
    }

    private AdminResponse add(AdminRequest ask) {
        var wishes = ask.uncheckedBody();
        var kind = required(wishes.enumValue("kind", FaultKind.class), "kind");
        wishes.rejectUnknownFields(
                Stream.concat(COMMON_FIELDS.stream(), kind.fields().stream()).toList());
        var times = wishes.integer("times", 1, MAX_TIMES);
        var seed = wishes.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        var rule = new FaultRule(
                wishes.text("action"),
                kind.read(wishes),
                wishes.number("probability").orElse(1.0),
                times.isPresent() ? OptionalInt.of(times.get()) : OptionalInt.empty(),
                seed.isPresent() ? OptionalLong.of(seed.get()) : OptionalLong.empty());
        var fault = new ActiveFaultRule(emulator.addFault(rule), rule, 0);
        return AdminResponse.json(201, row(fault));
    }

    private AdminResponse clear() {
        emulator.clearFaults();
        return list();
    }

    private AdminResponse remove(AdminRequest ask) {
        var fault = find(ask);
        emulator.removeFault(fault.id());
        return AdminResponse.json(row(fault));
    }

    private ActiveFaultRule find(AdminRequest ask) {
        return emulator.activeFaults().stream()
                .filter(fault -> Long.toString(fault.id()).equals(ask.pathVariable()))
                .findFirst()
                .orElseThrow(() -> AdminError.notFound("there is no fault " + ask.pathVariable() + " in force"));
    }

    private static ObjectNode row(ActiveFaultRule fault) {
        var rule = fault.rule();
        var kind = FaultKind.of(rule.fault());
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("id", fault.id())
                .put("kind", JsonBody.wireName(kind))
                .put("action", rule.action().orElse(null))
                .put("probability", rule.probability());
        row = rule.limit().isPresent() ? row.put("times", rule.limit().getAsInt()) : row.putNull("times");
        row.put("happened", fault.triggerCount());
        kind.write(rule.fault(), row);
        return row;
    }
}
