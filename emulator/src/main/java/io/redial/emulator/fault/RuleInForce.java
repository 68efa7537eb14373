package io.redial.emulator.fault;

import io.redial.emulator.fault.Fault.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A rule with its dice and its count. */
final class RuleInForce {
    /** Spreads the numbers of rules, so that the dice of neighbours do not resemble each other. */
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final long id;
    private final FaultRule rule;
    private final Random random;
    private long happened;

    RuleInForce(long id, FaultRule rule, long seed) {
        this.id = id;
        this.rule = rule;
        this.random = new Random(rule.seed().orElse(seed + id * SPREAD));
    }

    long id() {
        return id;
    }

    Fault fault() {
        return rule.fault();
    }

    boolean isFor(String action, Step step) {
        return rule.fault().step() == step && rule.isFor(action);
    }

    /** Empty if it does not happen this time. */
    synchronized Optional<Taken> take() {
        if (isUsedUp() || (rule.probability() < 1 && random.nextDouble() >= rule.probability())) {
            return Optional.empty();
        }
        happened++;
        return Optional.of(new Taken(this, rule.fault() instanceof Fault.Delay delay ? draw(delay) : Duration.ZERO));
    }

    synchronized void giveBack() {
        happened--;
    }

    synchronized boolean isUsedUp() {
        return rule.limit().isPresent() && happened >= rule.limit().getAsInt();
    }

    synchronized ActiveFault view() {
        return new ActiveFault(id, rule, happened);
    }

    private Duration draw(Fault.Delay delay) {
        return Duration.ofNanos(
                random.nextLong(delay.shortest().toNanos(), delay.longest().toNanos() + 1));
    }
}
