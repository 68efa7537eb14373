package io.redial.emulator.fault;

import io.redial.emulator.fault.Fault.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rules in force, asked one after the other, the eldest first. */
public final class FaultInjector {
    private static final int MAX_RULES = 1_000;
    private static final String PREFIX_SEPARATOR = ".";

    private final Set<String> actions;
    private final long seed;
    private final CopyOnWriteArrayList<FaultRuleState> rules = new CopyOnWriteArrayList<>();
    private long lastId;

    /**
     * Without any rules.
     *
     * @param actions those that rules may name
     * @param seed where the chance of rules without a seed comes from
     */
    public FaultInjector(Collection<String> actions, long seed) {
        this.actions = Set.copyOf(actions);
        this.seed = seed;
    }

    /**
     * Puts a rule in force.
     *
     * @return its id
     * @throws IllegalArgumentException if there is no such action, its work has no fate, or there are 1,000 rules already
     */
    public synchronized long add(FaultRule rule) {
        rule.action().ifPresent(action -> requireSupported(action, rule));
        if (rules.size() >= MAX_RULES) {
            throw new IllegalArgumentException("there are " + MAX_RULES + " faults to come already; remove some");
        }
        rules.add(new FaultRuleState(++lastId, rule, seed));
        return lastId;
    }

    /** The rules in force, the eldest first. */
    public List<ActiveFaultRule> list() {
        return rules.stream().map(FaultRuleState::snapshot).toList();
    }

    /** Takes a rule out of force; false if it was not in force any more. */
    public boolean remove(long id) {
        return rules.removeIf(rule -> rule.id() == id);
    }

    /** Takes all rules out of force. */
    public void clear() {
        rules.clear();
    }

    /** Whether no rule is in force. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The fault that happens to this call at this step, if one does; it counts as having happened. */
    public Optional<TriggeredFault> trigger(String action, Step step) {
        for (var rule : rules) {
            var taken = rule.appliesTo(action, step) ? rule.tryTrigger() : Optional.<TriggeredFault>empty();
            if (taken.isPresent()) {
                if (step != Step.TASK_START) {
                    confirm(taken.get(), true);
                }
                return taken;
            }
        }
        return Optional.empty();
    }

    /** How much longer the call takes at this step. */
    public Duration delay(String action, Step step) {
        return trigger(action, step).map(TriggeredFault::delay).orElse(Duration.ZERO);
    }

    /** Says whether a fault that was taken has happened; until then nobody else can have it. */
    void confirm(TriggeredFault taken, boolean happened) {
        if (!happened) {
            taken.ruleState().undoTrigger();
        } else if (taken.ruleState().isExhausted()) {
            rules.remove(taken.ruleState());
        }
    }

    private void requireSupported(String action, FaultRule rule) {
        if (!actions.contains(action)) {
            throw new IllegalArgumentException("there is no action '" + action + "'");
        }
        if (rule.fault().step() == Step.TASK_START && action.contains(PREFIX_SEPARATOR)) {
            throw new IllegalArgumentException(
                    "rules decide the fate of work for actions of API 3.0 only, not for '" + action + "'");
        }
    }
}
