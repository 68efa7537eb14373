package io.redial.emulator.behaviour.observing;

import java.util.List;

/** The steps by which the API sorts amounts: up to 1, 5, 10, 50 and 200, and -1 for more. */
final class Ladder {
    static final int ABOVE = -1;
    static final List<Integer> STEPS = List.of(1, 5, 10, 50, 200, ABOVE);

    private Ladder() {}

    /** The step of an amount that is counted in so much. */
    static int step(long amount, long unit) {
        return STEPS.stream()
                .filter(step -> step != ABOVE && amount <= step * unit)
                .findFirst()
                .orElse(ABOVE);
    }
}
