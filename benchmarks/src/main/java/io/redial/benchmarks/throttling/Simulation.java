package io.redial.benchmarks.throttling;

import io.redial.core.Rate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One client for a minute, with one limiter, one way of counting and one network, alone or with a neighbour on the same
 * account. Twice the same gives the same.
 */
record Simulation(LimiterKind limiter, ServerKind server, Network network, boolean shared, int seed) {
    static final int LIMIT = 20;
    static final int SECONDS = 60;

    private static final long END = SECONDS * Server.SECOND;

    /**
     * What came of it.
     *
     * @param neighbour the other client's, null if there is none
     */
    record Result(Tally client, @Nullable Tally neighbour) {
        /** Which share of what it could have got the client got. */
        double use() {
            var taken = neighbour == null ? 0 : neighbour.accepted();
            return (double) client.accepted() / (LIMIT * SECONDS - taken);
        }

        /** Which share of what it sent was refused. */
        double refused() {
            return (double) client.refused() / client.sent();
        }
    }

    Result run() {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        var neighbour = shared ? new Neighbour(time, counting, network, new Random(seed + 1), END).tally() : null;
        return new Result(runClient(time, counting), neighbour);
    }

    /** The same with a limit that is lowered after 20 s and raised again after 40 s. */
    Result runWithLoweredLimit(int lowered) {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        time.at(20 * Server.SECOND, () -> counting.changeLimit(lowered));
        time.at(40 * Server.SECOND, () -> counting.changeLimit(LIMIT));
        return new Result(runClient(time, counting), null);
    }

    private Tally runClient(VirtualTime time, Server counting) {
        var client =
                new Client(time, limiter.create(Rate.perSecond(LIMIT), time), counting, network, new Random(seed), END);
        time.at(0, client::send);
        time.run();
        return client.tally();
    }
}
