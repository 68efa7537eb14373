package io.redial.benchmarks.throttling;

import java.util.ArrayList;
import java.util.List;

/** What became of one client's calls, each at the moment when it left. */
final class Tally {
    private final List<Long> accepted = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();

    void accepted(long sentAt) {
        accepted.add(sentAt);
    }

    void refused(long sentAt) {
        refused.add(sentAt);
    }

    int accepted() {
        return accepted.size();
    }

    int refused() {
        return refused.size();
    }

    int sent() {
        return accepted() + refused();
    }

    /** How many of those that left in a span of seconds were accepted. */
    int acceptedBetween(int from, int to) {
        return count(accepted, from, to);
    }

    /** How many of those that left in a span of seconds were refused. */
    int refusedBetween(int from, int to) {
        return count(refused, from, to);
    }

    private static int count(List<Long> times, int from, int to) {
        return (int) times.stream()
                .filter(time -> time >= from * Server.SECOND && time < to * Server.SECOND)
                .count();
    }
}
