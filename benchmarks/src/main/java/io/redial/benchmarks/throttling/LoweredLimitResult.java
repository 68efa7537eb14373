package io.redial.benchmarks.throttling;

import java.util.stream.IntStream;

/**
 * The lease window while the limit is 12 from the 20th to the 40th second: several seeds, added up.
 *
 * @param throttledInFirst3Seconds refusals in the first three seconds
 * @param throttledInNext5Seconds refusals in the five seconds after those
 * @param throttledByProbes refusals from then until the limit is raised
 * @param throttledAfterRaise refusals once it is raised
 * @param recoverySeconds seconds from the raising to the first second with at least nine tenths of the full rate; the
 *     slowest
 */
record LoweredLimitResult(
        int throttledInFirst3Seconds,
        int throttledInNext5Seconds,
        int throttledByProbes,
        int throttledAfterRaise,
        int recoverySeconds) {
    private static final int LOWERED = 12;
    private static final int LOWERED_AT = 20;
    private static final int RAISED_AT = 40;
    private static final int NEARLY_FULL = Simulation.LIMIT * 9 / 10;

    static LoweredLimitResult of(ServerKind server, SimulatedNetwork network, IntStream seeds) {
        return seeds.mapToObj(seed -> new Simulation(LimiterKind.LEASE, server, network, false, seed))
                .map(simulation -> of(simulation.runWithLoweredLimit(LOWERED, LOWERED_AT, RAISED_AT)))
                .reduce(new LoweredLimitResult(0, 0, 0, 0, 0), LoweredLimitResult::plus);
    }

    private static LoweredLimitResult of(CallOutcomes client) {
        return new LoweredLimitResult(
                client.throttledBetween(LOWERED_AT, LOWERED_AT + 3),
                client.throttledBetween(LOWERED_AT + 3, LOWERED_AT + 8),
                client.throttledBetween(LOWERED_AT + 8, RAISED_AT),
                client.throttledBetween(RAISED_AT, Simulation.SECONDS),
                IntStream.range(RAISED_AT, Simulation.SECONDS)
                                .filter(second -> client.acceptedBetween(second, second + 1) >= NEARLY_FULL)
                                .findFirst()
                                .orElse(Simulation.SECONDS)
                        - RAISED_AT);
    }

    private LoweredLimitResult plus(LoweredLimitResult other) {
        return new LoweredLimitResult(
                throttledInFirst3Seconds + other.throttledInFirst3Seconds,
                throttledInNext5Seconds + other.throttledInNext5Seconds,
                throttledByProbes + other.throttledByProbes,
                throttledAfterRaise + other.throttledAfterRaise,
                Math.max(recoverySeconds, other.recoverySeconds));
    }
}
