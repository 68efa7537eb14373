package io.redial.emulator.fault;

import java.time.Duration;

/** A fault that happens to one call. */
public final class Taken {
    private final RuleInForce rule;
    private final Duration delay;

    Taken(RuleInForce rule, Duration delay) {
        this.rule = rule;
        this.delay = delay;
    }

    /** What happens. */
    public Fault fault() {
        return rule.fault();
    }

    /** The length of a delay; 0 for other faults. */
    Duration delay() {
        return delay;
    }

    RuleInForce rule() {
        return rule;
    }
}
