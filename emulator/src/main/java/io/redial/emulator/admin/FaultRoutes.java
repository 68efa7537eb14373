package io.redial.emulator.admin;

import static io.redial.emulator.admin.Wishes.needed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.fault.ActiveFault;
import io.redial.emulator.fault.FaultRule;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What goes wrong, and when. */
final class FaultRoutes {
    private static final List<String> OF_ALL = List.of("kind", "action", "probability", "times", "seed");
    private static final int MAX_TIMES = 1_000_000;

    private final CloudEmulator emulator;

    private FaultRoutes(CloudEmulator emulator) {
        this.emulator = emulator;
    }

    static List<Route> of(CloudEmulator emulator) {
        var routes = new FaultRoutes(emulator);
        return List.of(
                Route.get("/faults", ask -> routes.list()),
                Route.post("/faults", routes::add),
                Route.delete("/faults", ask -> routes.clear()),
                Route.get("/faults/{id}", ask -> AdminReply.json(row(routes.find(ask)))),
                Route.delete("/faults/{id}", routes::remove));
    }

    private AdminReply list() {
        var list = JsonNodeFactory.instance.objectNode();
        var rows = list.putArray("faults");
        emulator.faults().forEach(fault -> rows.add(row(fault)));
        return AdminReply.json(list);
    }

    private AdminReply add(Ask ask) {
        var wishes = ask.anyWishes();
        var kind = needed(wishes.choice("kind", FaultKind.class), "kind");
        wishes.only(Stream.concat(OF_ALL.stream(), kind.fields().stream()).toList());
        var times = wishes.whole("times", 1, MAX_TIMES);
        var seed = wishes.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        var rule = new FaultRule(
                wishes.text("action"),
                kind.read(wishes),
                wishes.number("probability").orElse(1.0),
                times.isPresent() ? OptionalInt.of(times.get()) : OptionalInt.empty(),
                seed.isPresent() ? OptionalLong.of(seed.get()) : OptionalLong.empty());
        var fault = new ActiveFault(emulator.addFault(rule), rule, 0);
        return AdminReply.json(201, row(fault));
    }

    private AdminReply clear() {
        emulator.clearFaults();
        return list();
    }

    private AdminReply remove(Ask ask) {
        var fault = find(ask);
        emulator.removeFault(fault.id());
        return AdminReply.json(row(fault));
    }

    private ActiveFault find(Ask ask) {
        return emulator.faults().stream()
                .filter(fault -> Long.toString(fault.id()).equals(ask.name()))
                .findFirst()
                .orElseThrow(() -> AdminError.missing("there is no fault " + ask.name() + " in force"));
    }

    private static ObjectNode row(ActiveFault fault) {
        var rule = fault.rule();
        var kind = FaultKind.of(rule.fault());
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("id", fault.id())
                .put("kind", Wishes.word(kind))
                .put("action", rule.action().orElse(null))
                .put("probability", rule.probability());
        row = rule.limit().isPresent() ? row.put("times", rule.limit().getAsInt()) : row.putNull("times");
        row.put("happened", fault.happened());
        kind.write(rule.fault(), row);
        return row;
    }
}
