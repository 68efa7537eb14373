package io.redial.emulator.fault;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When a fault happens. Immutable; read it as a sentence: {@code FaultRule.next(3, Fault.lostAnswer()).of("UpgradeInstance")}
 * or {@code FaultRule.chance(0.05, Fault.reset()).atMost(10)}.
 *
 * <p>A call that reaches the step of the fault asks the rule. What the rule answers by chance comes from the seed of the
 * emulator and the number of the rule, or from a seed of its own: the same seed and the same order of calls give the same
 * faults.
 *
 * @param action the action that it is for; empty if it is for all, also for calls that name none
 * @param fault what happens
 * @param probability how likely it is to happen to a call, above 0 and up to 1
 * @param limit how often it happens, 1 to 1,000,000; empty if there is no end to it
 * @param seed where its chance comes from, if not from the emulator
 */
public record FaultRule(
        Optional<String> action, Fault fault, double probability, OptionalInt limit, OptionalLong seed) {
    private static final int MAX_TIMES = 1_000_000;

    /** Holds the numbers against their ranges. */
    public FaultRule {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is above 0 and up to 1, not " + probability);
        }
        limit.ifPresent(times -> FaultChecks.requireInRange("how often a fault happens", times, 1, MAX_TIMES));
    }

    /** It happens to every call. */
    public static FaultRule always(Fault fault) {
        return withProbability(1, fault);
    }

    /** It happens to the next calls, 1 to 1,000,000 of them, and then no more. */
    public static FaultRule next(int times, Fault fault) {
        return always(fault).limit(times);
    }

    /** It happens by chance. */
    public static FaultRule withProbability(double probability, Fault fault) {
        return new FaultRule(Optional.empty(), fault, probability, OptionalInt.empty(), OptionalLong.empty());
    }

    /** The same for one action, by the name that it is counted by. */
    public FaultRule forAction(String name) {
        return new FaultRule(Optional.of(name), fault, probability, limit, seed);
    }

    /** The same, but it happens no more often than that. */
    public FaultRule limit(int times) {
        return new FaultRule(action, fault, probability, OptionalInt.of(times), seed);
    }

    /** The same with a chance of its own. */
    public FaultRule withSeed(long number) {
        return new FaultRule(action, fault, probability, limit, OptionalLong.of(number));
    }

    boolean matchesAction(String name) {
        return action.isEmpty() || action.get().equals(name);
    }
}
