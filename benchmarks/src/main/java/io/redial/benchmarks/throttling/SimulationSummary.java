package io.redial.benchmarks.throttling;

import java.util.List;
import java.util.stream.IntStream;

/** The same simulation with several seeds, added up. */
record SimulationSummary(
        int sent, int accepted, int throttled, int competitorSent, int competitorAccepted, int allowed) {

    static SimulationSummary of(
            LimiterKind limiter, ServerKind server, SimulatedNetwork network, boolean shared, IntStream seeds) {
        return sum(seeds.mapToObj(seed -> new Simulation(limiter, server, network, shared, seed).run())
                .toList());
    }

    private static SimulationSummary sum(List<Simulation.Result> results) {
        var sent = 0;
        var accepted = 0;
        var neighbourSent = 0;
        var neighbourAccepted = 0;
        for (var result : results) {
            sent += result.client().sentCount();
            accepted += result.client().acceptedCount();
            var neighbour = result.competitor();
            if (neighbour != null) {
                neighbourSent += neighbour.sentCount();
                neighbourAccepted += neighbour.acceptedCount();
            }
        }
        var allowed = Simulation.LIMIT * Simulation.SECONDS * results.size();
        return new SimulationSummary(sent, accepted, sent - accepted, neighbourSent, neighbourAccepted, allowed);
    }

    /** Which share of what the neighbour left was used. */
    double utilization() {
        return (double) accepted / (allowed - competitorAccepted);
    }

    /** Which share of what was sent was refused. */
    double throttledShare() {
        return (double) throttled / sent;
    }

    /** Which share of what it wanted the neighbour got. */
    double competitorShare() {
        return (double) competitorAccepted / competitorSent;
    }
}
