package io.redial.emulator.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.AdjustableClock;
import io.redial.emulator.CloudEmulator;
import io.redial.emulator.EmulatorClock;
import java.time.Instant;
import java.util.List;

/** The time that the cloud goes by: the real one, a faster one, or one that is moved on by hand. */
final class ClockRoutes {
    private ClockRoutes() {}

    static List<AdminRoute> of(CloudEmulator emulator) {
        return List.of(
                AdminRoute.get("/clock", ask -> AdminResponse.json(row(emulator.clock()))),
                AdminRoute.put("/clock", ask -> change(ask, emulator.clock())));
    }

    private static AdminResponse change(AdminRequest ask, EmulatorClock clock) {
        var wishes = ask.body("speed", "advance");
        if (!(clock instanceof AdjustableClock adjustable)) {
            throw new AdminError(409, "this emulator goes by a clock that its test holds; change it there");
        }
        wishes.number("speed").ifPresent(adjustable::setSpeed);
        wishes.duration("advance").ifPresent(adjustable::advance);
        return AdminResponse.json(row(clock));
    }

    static ObjectNode row(EmulatorClock clock) {
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("now", Instant.ofEpochMilli(clock.millis()).toString());
        return clock instanceof AdjustableClock adjustable
                ? row.put("speed", adjustable.speed())
                : row.putNull("speed");
    }
}
