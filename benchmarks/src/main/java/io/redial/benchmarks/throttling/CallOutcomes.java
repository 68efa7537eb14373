package io.redial.benchmarks.throttling;

import java.util.ArrayList;
import java.util.List;

/** What became of one client's calls, each at the moment when it left. */
final class CallOutcomes {
    private final List<Long> accepted = new ArrayList<>();
    private final List<Long> throttled = new ArrayList<>();

    void recordAccepted(long sentAt) {
        accepted.add(sentAt);
    }

    void recordThrottled(long sentAt) {
        throttled.add(sentAt);
    }

    int acceptedCount() {
        return accepted.size();
    }

    int throttledCount() {
        return throttled.size();
    }

    int sentCount() {
        return acceptedCount() + throttledCount();
    }

    /** How many of those that left in a span of seconds were accepted. */
    int acceptedBetween(int from, int to) {
        return count(accepted, from, to);
    }

    /** How many of those that left in a span of seconds were refused. */
    int throttledBetween(int from, int to) {
        return count(throttled, from, to);
    }

    private static int count(List<Long> times, int from, int to) {
        return (int) times.stream()
                .filter(time ->
                        time >= from * SimulatedServer.NANOS_PER_SECOND && time < to * SimulatedServer.NANOS_PER_SECOND)
                .count();
    }
}
