package io.redial.emulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts calls and refusals by quota, altogether and per known action, and those of the last minutes per second. */
final class CallCounters {
    private final LongSupplier millis;
    private final LongAdder total = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final Map<String, ActionCounters> byAction;

    /**
     * Nothing counted yet.
     *
     * @param actions those that are counted each for itself
     * @param millis the clock whose seconds calls are counted in
     */
    CallCounters(Collection<String> actions, LongSupplier millis) {
        this.millis = millis;
        this.byAction = actions.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new ActionCounters()));
    }

    void count(String action, boolean refused) {
        increment(total, throttled, refused);
        var one = byAction.get(action);
        if (one != null) {
            increment(one.total, one.throttled, refused);
            one.history.count(currentSecond(), refused);
        }
    }

    long callCount() {
        return total.sum();
    }

    long throttledCount() {
        return throttled.sum();
    }

    long callCount(String action) {
        var one = byAction.get(action);
        return one == null ? 0 : one.total.sum();
    }

    long throttledCount(String action) {
        var one = byAction.get(action);
        return one == null ? 0 : one.throttled.sum();
    }

    List<CallsPerSecond> callsPerSecond(String action) {
        var one = byAction.get(action);
        return one == null ? List.of() : one.history.secondsUntil(currentSecond());
    }

    /** Begins anew. */
    void reset() {
        total.reset();
        throttled.reset();
        byAction.values().forEach(ActionCounters::reset);
    }

    private long currentSecond() {
        return Math.floorDiv(millis.getAsLong(), 1_000L);
    }

    private static void increment(LongAdder calls, LongAdder refusals, boolean refused) {
        calls.increment();
        if (refused) {
            refusals.increment();
        }
    }

    private static final class ActionCounters {
        private final LongAdder total = new LongAdder();
        private final LongAdder throttled = new LongAdder();
        private final CallHistory history = new CallHistory();

        void reset() {
            total.reset();
            throttled.reset();
            history.clear();
        }
    }
}
