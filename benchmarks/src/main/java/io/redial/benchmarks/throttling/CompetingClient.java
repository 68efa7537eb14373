package io.redial.benchmarks.throttling;

import java.util.Random;

/** Another client of the same account: it takes a third of the quota, evenly, and gives up what is refused. */
final class CompetingClient {
    private static final long INTERVAL_NANOS = 150_000_000L;

    private final CallOutcomes outcomes = new CallOutcomes();

    CompetingClient(VirtualTime time, SimulatedServer server, SimulatedNetwork network, Random random, long until) {
        for (var sentAt = INTERVAL_NANOS / 2; sentAt < until; sentAt += INTERVAL_NANOS) {
            var left = sentAt;
            time.schedule(left + network.roundTrip(random).requestDelay(), () -> {
                if (server.tryAccept(time.getAsLong())) {
                    outcomes.recordAccepted(left);
                } else {
                    outcomes.recordThrottled(left);
                }
            });
        }
    }

    CallOutcomes outcomes() {
        return outcomes;
    }
}
