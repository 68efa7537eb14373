package io.redial.benchmarks.operations;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * How large a run is.
 *
 * @param operationCount how many instances there are, each with one piece of work at a time
 * @param minDuration how long work takes at least
 * @param maxDuration how long work takes less than
 * @param warmUp how long users are at work before anything counts
 * @param usersOnlyDuration how long users are then at work alone
 */
record OperationsPlan(
        int operationCount, Duration minDuration, Duration maxDuration, Duration warmUp, Duration usersOnlyDuration) {
    static final OperationsPlan FULL = new OperationsPlan(
            1_000, Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final int STARTS_PER_SECOND = 20;
    private static final Duration COMPLETION_GRACE = Duration.ofSeconds(60);

    /** How long each piece of work takes: the same in every part of every run. */
    List<Duration> durations() {
        return new Random(7)
                .longs(operationCount, minDuration.toMillis(), maxDuration.toMillis())
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    /** What is not told as over by then, from the beginning of its part, is lost. */
    Duration timeout() {
        return maxDuration.plus(COMPLETION_GRACE).plusSeconds(operationCount / STARTS_PER_SECOND);
    }
}
