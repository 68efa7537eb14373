package io.redial.benchmarks.throttling;

import java.util.Random;

/** A client that always has another call to make: it sends whenever its limiter lets it. A refused call waits anew. */
final class SaturatingClient {
    private final VirtualTime time;
    private final SimulatedLimiter limiter;
    private final SimulatedServer server;
    private final SimulatedNetwork network;
    private final Random random;
    private final long endTime;
    private final CallOutcomes outcomes = new CallOutcomes();
    private long nextWakeUp = Long.MAX_VALUE;

    SaturatingClient(
            VirtualTime time,
            SimulatedLimiter limiter,
            SimulatedServer server,
            SimulatedNetwork network,
            Random random,
            long until) {
        this.time = time;
        this.limiter = limiter;
        this.server = server;
        this.network = network;
        this.random = random;
        this.endTime = until;
    }

    CallOutcomes outcomes() {
        return outcomes;
    }

    void send() {
        while (time.getAsLong() < endTime) {
            var wait = limiter.tryAcquire();
            if (wait != 0) {
                scheduleRetry(wait);
                return;
            }
            sendOne();
        }
    }

    private void scheduleRetry(long wait) {
        var now = time.getAsLong();
        if (wait == Long.MAX_VALUE || (nextWakeUp > now && nextWakeUp <= now + wait)) {
            return;
        }
        nextWakeUp = now + wait;
        time.schedule(nextWakeUp, this::send);
    }

    private void sendOne() {
        var sentAt = time.getAsLong();
        var trip = network.roundTrip(random);
        time.schedule(sentAt + trip.requestDelay(), () -> {
            var accepted = server.tryAccept(time.getAsLong());
            var refusal = server.throttlingMessage();
            time.schedule(time.getAsLong() + trip.responseDelay(), () -> onResponse(sentAt, accepted, refusal));
        });
    }

    private void onResponse(long sentAt, boolean accepted, String refusal) {
        if (accepted) {
            outcomes.recordAccepted(sentAt);
            limiter.onAccepted(sentAt, time.getAsLong());
        } else {
            outcomes.recordThrottled(sentAt);
            limiter.onThrottled(sentAt, time.getAsLong(), refusal);
        }
        send();
    }
}
