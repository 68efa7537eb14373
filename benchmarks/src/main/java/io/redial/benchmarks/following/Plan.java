package io.redial.benchmarks.following;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * How large a run is.
 *
 * @param works how many instances there are, each with one piece of work at a time
 * @param shortest how long work takes at least
 * @param longest how long work takes less than
 * @param warmUp how long users are at work before anything counts
 * @param alone how long users are then at work alone
 */
record Plan(int works, Duration shortest, Duration longest, Duration warmUp, Duration alone) {
    static final Plan FULL = new Plan(
            1_000, Duration.ofSeconds(30), Duration.ofSeconds(120), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final int STARTED_IN_A_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long each piece of work takes: the same in every part of every run. */
    List<Duration> lengths() {
        return new Random(7)
                .longs(works, shortest.toMillis(), longest.toMillis())
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    /** What is not told as over by then, from the beginning of its part, is lost. */
    Duration limit() {
        return longest.plus(PATIENCE).plusSeconds(works / STARTED_IN_A_SECOND);
    }
}
