package io.redial.benchmarks.throttling;

import java.util.List;
import java.util.stream.IntStream;

/** The same simulation with several seeds, added up. */
record Row(int sent, int accepted, int refused, int neighbourSent, int neighbourAccepted, int allowed) {

    static Row of(LimiterKind limiter, ServerKind server, Network network, boolean shared, IntStream seeds) {
        return sum(seeds.mapToObj(seed -> new Simulation(limiter, server, network, shared, seed).run())
                .toList());
    }

    private static Row sum(List<Simulation.Result> results) {
        var sent = 0;
        var accepted = 0;
        var neighbourSent = 0;
        var neighbourAccepted = 0;
        for (var result : results) {
            sent += result.client().sent();
            accepted += result.client().accepted();
            var neighbour = result.neighbour();
            if (neighbour != null) {
                neighbourSent += neighbour.sent();
                neighbourAccepted += neighbour.accepted();
            }
        }
        var allowed = Simulation.LIMIT * Simulation.SECONDS * results.size();
        return new Row(sent, accepted, sent - accepted, neighbourSent, neighbourAccepted, allowed);
    }

    /** Which share of what the neighbour left was used. */
    double use() {
        return (double) accepted / (allowed - neighbourAccepted);
    }

    /** Which share of what was sent was refused. */
    double refusedShare() {
        return (double) refused / sent;
    }

    /** Which share of what it wanted the neighbour got. */
    double neighbourShare() {
        return (double) neighbourAccepted / neighbourSent;
    }
}
