package io.redial.benchmarks.throttling;

import java.util.Random;

/** A client that always has another call to make: it sends whenever its limiter lets it. A refused call waits anew. */
final class Client {
    private final VirtualTime time;
    private final Limiter limiter;
    private final Server server;
    private final Network network;
    private final Random random;
    private final long until;
    private final Tally tally = new Tally();
    private long wakesUpAt = Long.MAX_VALUE;

    Client(VirtualTime time, Limiter limiter, Server server, Network network, Random random, long until) {
        this.time = time;
        this.limiter = limiter;
        this.server = server;
        this.network = network;
        this.random = random;
        this.until = until;
    }

    Tally tally() {
        return tally;
    }

    void send() {
        while (time.getAsLong() < until) {
            var wait = limiter.ask();
            if (wait != 0) {
                askAgainIn(wait);
                return;
            }
            sendOne();
        }
    }

    private void askAgainIn(long wait) {
        var now = time.getAsLong();
        if (wait == Long.MAX_VALUE || (wakesUpAt > now && wakesUpAt <= now + wait)) {
            return;
        }
        wakesUpAt = now + wait;
        time.at(wakesUpAt, this::send);
    }

    private void sendOne() {
        var sentAt = time.getAsLong();
        var trip = network.roundTrip(random);
        time.at(sentAt + trip.outward(), () -> {
            var accepted = server.accepts(time.getAsLong());
            var refusal = server.refusal();
            time.at(time.getAsLong() + trip.back(), () -> answered(sentAt, accepted, refusal));
        });
    }

    private void answered(long sentAt, boolean accepted, String refusal) {
        if (accepted) {
            tally.accepted(sentAt);
            limiter.accepted(sentAt, time.getAsLong());
        } else {
            tally.refused(sentAt);
            limiter.refused(sentAt, time.getAsLong(), refusal);
        }
        send();
    }
}
