package io.redial.emulator;

import java.util.ArrayList;
import java.util.List;

/** The calls of the last ten minutes, second by second: a ring that grows with the first call and never again. */
final class TrafficLog {
    static final int SECONDS = 600;

    private Slot[] slots = {};

    synchronized void count(long second, boolean refused) {
        if (slots.length == 0) {
            slots = new Slot[SECONDS];
        }
        var index = Math.floorMod(second, SECONDS);
        var slot = slots[index];
        if (slot == null || slot.second < second) {
            slot = new Slot(second);
            slots[index] = slot;
        }
        if (refused) {
            slot.refused++;
        } else {
            slot.accepted++;
        }
    }

    synchronized void clear() {
        slots = new Slot[0];
    }

    /** The seconds with calls, up to this one, in their order. */
    synchronized List<Traffic> until(long now) {
        var seen = new ArrayList<Traffic>();
        for (var i = 1; i <= slots.length; i++) {
            var second = now - SECONDS + i;
            var slot = slots[Math.floorMod(second, SECONDS)];
            if (slot != null && slot.second == second) {
                seen.add(new Traffic(second, slot.accepted, slot.refused));
            }
        }
        return seen;
    }

    private static final class Slot {
        private final long second;
        private long accepted;
        private long refused;

        Slot(long second) {
            this.second = second;
        }
    }
}
