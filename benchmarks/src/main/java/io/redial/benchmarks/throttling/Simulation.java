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
    record Result(Tally client, @Nullable Tally neighbour) {}

    Result run() {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        var neighbour = shared ? new Neighbour(time, counting, network, new Random(seed + 1), END).tally() : null;
        return new Result(runClient(time, counting), neighbour);
    }

    /** The client alone, while the limit is lowered and raised again. */
    Tally runWithLoweredLimit(int lowered, int loweredAtSecond, int raisedAtSecond) {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        time.at(loweredAtSecond * Server.SECOND, () -> counting.changeLimit(lowered));
        time.at(raisedAtSecond * Server.SECOND, () -> counting.changeLimit(LIMIT));
        return runClient(time, counting);
    }

    private Tally runClient(VirtualTime time, Server counting) {
        var client =
                new Client(time, limiter.create(Rate.perSecond(LIMIT), time), counting, network, new Random(seed), END);
        time.at(0, client::send);
        time.run();
        return client.tally();
    }
}
