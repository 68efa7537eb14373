package io.redial.benchmarks.throttling;

import java.util.Random;

/** Another client of the same account: it takes a third of the quota, evenly, and gives up what is refused. */
final class Neighbour {
    private static final long EVERY = 150_000_000L;

    private final Tally tally = new Tally();

    Neighbour(VirtualTime time, Server server, Network network, Random random, long until) {
        for (var sentAt = EVERY / 2; sentAt < until; sentAt += EVERY) {
            var left = sentAt;
            time.at(left + network.roundTrip(random).outward(), () -> {
                if (server.accepts(time.getAsLong())) {
                    tally.accepted(left);
                } else {
                    tally.refused(left);
                }
            });
        }
    }

    Tally tally() {
        return tally;
    }
}
