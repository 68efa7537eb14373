package io.redial.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is to go wrong, for each action: rules that are asked one after the other, the eldest first. */
final class Faults {
    private static final int MAX_TIMES = 1_000_000;
    private static final int MAX_RULES = 1_000;

    private final Map<String, List<Rule>> rules;

    Faults(Collection<String> actions) {
        this.rules =
                actions.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new ArrayList<>()));
    }

    /**
     * Makes a fault happen to the next requests of an action, after those that were asked for earlier.
     *
     * @throws IllegalArgumentException if there is no such action, or the number is out of range
     */
    void next(String action, int times, Fault fault) {
        var list = rules.get(action);
        if (list == null) {
            throw new IllegalArgumentException("there is no action '" + action + "'");
        }
        if (times < 1 || times > MAX_TIMES) {
            throw new IllegalArgumentException("a fault happens 1 to " + MAX_TIMES + " times, not " + times);
        }
        synchronized (list) {
            if (list.size() == MAX_RULES) {
                throw new IllegalArgumentException("there are " + MAX_RULES + " faults of " + action + " to come");
            }
            list.add(new Rule(fault, times));
        }
    }

    /** The fault of this kind that happens now, if one does; it counts as having happened. */
    <F extends Fault> Optional<F> take(String action, Class<F> kind) {
        var list = rules.getOrDefault(action, List.of());
        synchronized (list) {
            var due = list.stream().filter(rule -> kind.isInstance(rule.fault)).findFirst();
            due.filter(rule -> --rule.left == 0).ifPresent(list::remove);
            return due.map(rule -> kind.cast(rule.fault));
        }
    }

    private static final class Rule {
        private final Fault fault;
        private int left;

        Rule(Fault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }
}
