package io.redial.emulator;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts something, altogether and per known action. */
final class CallCounts {
    private final LongAdder all = new LongAdder();
    private final Map<String, LongAdder> byAction;

    CallCounts(Collection<String> actions) {
        this.byAction =
                actions.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new LongAdder()));
    }

    void count(String action) {
        all.increment();
        var counter = byAction.get(action);
        if (counter != null) {
            counter.increment();
        }
    }

    long sum() {
        return all.sum();
    }

    long sum(String action) {
        var counter = byAction.get(action);
        return counter == null ? 0 : counter.sum();
    }
}
