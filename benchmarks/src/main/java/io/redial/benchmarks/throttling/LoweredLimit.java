package io.redial.benchmarks.throttling;

import java.util.stream.IntStream;

/**
 * The lease window while the limit is 12 from the 20th to the 40th second: several seeds, added up.
 *
 * @param atOnce refusals in the first three seconds
 * @param beforeTheProbe refusals in the five seconds after those
 * @param probing refusals from then until the limit is raised
 * @param afterwards refusals once it is raised
 * @param fullAgainAfter seconds from the raising to the first second with at least nine tenths of the full rate; the
 *     slowest
 */
record LoweredLimit(int atOnce, int beforeTheProbe, int probing, int afterwards, int fullAgainAfter) {
    private static final int LOWERED = 12;
    private static final int LOWERED_AT = 20;
    private static final int RAISED_AT = 40;
    private static final int NEARLY_FULL = Simulation.LIMIT * 9 / 10;

    static LoweredLimit of(ServerKind server, Network network, IntStream seeds) {
        return seeds.mapToObj(seed -> new Simulation(LimiterKind.LEASE, server, network, false, seed))
                .map(simulation -> of(simulation.runWithLoweredLimit(LOWERED, LOWERED_AT, RAISED_AT)))
                .reduce(new LoweredLimit(0, 0, 0, 0, 0), LoweredLimit::plus);
    }

    private static LoweredLimit of(Tally client) {
        return new LoweredLimit(
                client.refusedBetween(LOWERED_AT, LOWERED_AT + 3),
                client.refusedBetween(LOWERED_AT + 3, LOWERED_AT + 8),
                client.refusedBetween(LOWERED_AT + 8, RAISED_AT),
                client.refusedBetween(RAISED_AT, Simulation.SECONDS),
                IntStream.range(RAISED_AT, Simulation.SECONDS)
                                .filter(second -> client.acceptedBetween(second, second + 1) >= NEARLY_FULL)
                                .findFirst()
                                .orElse(Simulation.SECONDS)
                        - RAISED_AT);
    }

    private LoweredLimit plus(LoweredLimit other) {
        return new LoweredLimit(
                atOnce + other.atOnce,
                beforeTheProbe + other.beforeTheProbe,
                probing + other.probing,
                afterwards + other.afterwards,
                Math.max(fullAgainAfter, other.fullAgainAfter));
    }
}
