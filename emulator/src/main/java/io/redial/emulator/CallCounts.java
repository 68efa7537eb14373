package io.redial.emulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts calls and refusals by quota, altogether and per known action, and those of the last minutes per second. */
final class CallCounts {
    private final LongSupplier millis;
    private final LongAdder calls = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final Map<String, OfAction> byAction;

    /**
     * Nothing counted yet.
     *
     * @param actions those that are counted each for itself
     * @param millis the clock whose seconds calls are counted in
     */
    CallCounts(Collection<String> actions, LongSupplier millis) {
        this.millis = millis;
        this.byAction =
                actions.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new OfAction()));
    }

    void count(String action, boolean refused) {
        add(calls, refusals, refused);
        var one = byAction.get(action);
        if (one != null) {
            add(one.calls, one.refusals, refused);
            one.traffic.count(second(), refused);
        }
    }

    long calls() {
        return calls.sum();
    }

    long refusals() {
        return refusals.sum();
    }

    long calls(String action) {
        var one = byAction.get(action);
        return one == null ? 0 : one.calls.sum();
    }

    long refusals(String action) {
        var one = byAction.get(action);
        return one == null ? 0 : one.refusals.sum();
    }

    List<Traffic> traffic(String action) {
        var one = byAction.get(action);
        return one == null ? List.of() : one.traffic.until(second());
    }

    /** Begins anew. */
    void clear() {
        calls.reset();
        refusals.reset();
        byAction.values().forEach(OfAction::clear);
    }

    private long second() {
        return Math.floorDiv(millis.getAsLong(), 1_000L);
    }

    private static void add(LongAdder calls, LongAdder refusals, boolean refused) {
        calls.increment();
        if (refused) {
            refusals.increment();
        }
    }

    private static final class OfAction {
        private final LongAdder calls = new LongAdder();
        private final LongAdder refusals = new LongAdder();
        private final TrafficLog traffic = new TrafficLog();

        void clear() {
            calls.reset();
            refusals.reset();
            traffic.clear();
        }
    }
}
