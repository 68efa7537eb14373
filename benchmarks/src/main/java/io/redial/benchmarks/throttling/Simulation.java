package io.redial.benchmarks.throttling;

import io.redial.core.Rate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One client for a minute, with one limiter, one way of counting and one network, alone or with a neighbour on the same
 * account. Twice the same gives the same.
 */
record Simulation(LimiterKind limiter, ServerKind server, SimulatedNetwork network, boolean shared, int seed) {
    static final int LIMIT = 20;
    static final int SECONDS = 60;

    private static final long END_NANOS = SECONDS * SimulatedServer.NANOS_PER_SECOND;

    /**
     * What came of it.
     *
     * @param competitor the other client's, null if there is none
     */
    record Result(CallOutcomes client, @Nullable CallOutcomes competitor) {}

    Result run() {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        var neighbour = shared
                ? new CompetingClient(time, counting, network, new Random(seed + 1), END_NANOS).outcomes()
                : null;
        return new Result(runClient(time, counting), neighbour);
    }

    /** The client alone, while the limit is lowered and raised again. */
    CallOutcomes runWithLoweredLimit(int lowered, int loweredAtSecond, int raisedAtSecond) {
        var time = new VirtualTime();
        var counting = server.create(LIMIT);
        time.schedule(loweredAtSecond * SimulatedServer.NANOS_PER_SECOND, () -> counting.setLimit(lowered));
        time.schedule(raisedAtSecond * SimulatedServer.NANOS_PER_SECOND, () -> counting.setLimit(LIMIT));
        return runClient(time, counting);
    }

    private CallOutcomes runClient(VirtualTime time, SimulatedServer counting) {
        var client = new SaturatingClient(
                time, limiter.create(Rate.perSecond(LIMIT), time), counting, network, new Random(seed), END_NANOS);
        time.schedule(0, client::send);
        time.run();
        return client.outcomes();
    }
}
