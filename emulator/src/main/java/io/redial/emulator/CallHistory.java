package io.redial.emulator;

import java.util.ArrayList;
import java.util.List;

/** The calls of the last ten minutes, second by second: a ring that grows with the first call and never again. */
final class CallHistory {
    static final int CAPACITY_SECONDS = 600;

    private SecondCounters[] slots = {};

    synchronized void count(long second, boolean refused) {
        if (slots.length == 0) {
            slots = new SecondCounters[CAPACITY_SECONDS];
        }
        var index = Math.floorMod(second, CAPACITY_SECONDS);
        var slot = slots[index];
        if (slot == null || slot.second < second) {
            slot = new SecondCounters(second);
            slots[index] = slot;
        }
        if (refused) {
            slot.throttled++;
        } else {
            slot.accepted++;
        }
    }

    synchronized void clear() {
        slots = new SecondCounters[0];
    }

    /** The seconds with calls, up to this one, in their order. */
    synchronized List<CallsPerSecond> secondsUntil(long now) {
        var seen = new ArrayList<CallsPerSecond>();
        for (var i = 1; i <= slots.length; i++) {
            var second = now - CAPACITY_SECONDS + i;
            var slot = slots[Math.floorMod(second, CAPACITY_SECONDS)];
            if (slot != null && slot.second == second) {
                seen.add(new CallsPerSecond(second, slot.accepted, slot.throttled));
            }
        }
        return seen;
    }

    private static final class SecondCounters {
        private final long second;
        private long accepted;
        private long throttled;

        SecondCounters(long second) {
            this.second = second;
        }
    }
}
