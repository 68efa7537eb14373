package io.redial.emulator.fault;

import io.redial.emulator.fault.Fault.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A rule with its dice and its count. */
final class FaultRuleState {
    /** Spreads the numbers of rules, so that the dice of neighbours do not resemble each other. */
    private static final long SEED_MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    private final long id;
    private final FaultRule rule;
    private final Random random;
    private long triggerCount;

    FaultRuleState(long id, FaultRule rule, long seed) {
        this.id = id;
        this.rule = rule;
        this.random = new Random(rule.seed().orElse(seed + id * SEED_MULTIPLIER));
    }

    long id() {
        return id;
    }

    Fault fault() {
        return rule.fault();
    }

    boolean appliesTo(String action, Step step) {
        return rule.fault().step() == step && rule.matchesAction(action);
    }

    /** Empty if it does not happen this time. */
    synchronized Optional<TriggeredFault> tryTrigger() {
        if (isExhausted() || (rule.probability() < 1 && random.nextDouble() >= rule.probability())) {
            return Optional.empty();
        }
        triggerCount++;
        return Optional.of(
                new TriggeredFault(this, rule.fault() instanceof Fault.Delay delay ? drawDelay(delay) : Duration.ZERO));
    }

    synchronized void undoTrigger() {
        triggerCount--;
    }

    synchronized boolean isExhausted() {
        return rule.limit().isPresent() && triggerCount >= rule.limit().getAsInt();
    }

    synchronized ActiveFaultRule snapshot() {
        return new ActiveFaultRule(id, rule, triggerCount);
    }

    private Duration drawDelay(Fault.Delay delay) {
        return Duration.ofNanos(
                random.nextLong(delay.minDelay().toNanos(), delay.maxDelay().toNanos() + 1));
    }
}
