package io.redial.emulator.fault;

import java.time.Duration;

/** A fault that happens to one call. */
public final class TriggeredFault {
    private final FaultRuleState ruleState;
    private final Duration delay;

    TriggeredFault(FaultRuleState rule, Duration delay) {
        this.ruleState = rule;
        this.delay = delay;
    }

    /** What happens. */
    public Fault fault() {
        return ruleState.fault();
    }

    /** The length of a delay; 0 for other faults. */
    Duration delay() {
        return delay;
    }

    FaultRuleState ruleState() {
        return ruleState;
    }
}
