package io.redial.benchmarks.sidebyside;

import java.time.Duration;
import java.util.List;

/**
 * How long everything takes.
 *
 * @param rounds how often each contender has its turn
 * @param warmUp before anything counts, for each contender in each round
 * @param settle before each window
 * @param window what is measured
 * @param concurrencyLevels how many calls are under way, one window for each
 * @param startUps how often each start is measured
 * @param openCalls how many calls are open when their footprint is taken
 */
record ComparisonPlan(
        String name,
        int rounds,
        Duration warmUp,
        Duration settle,
        Duration window,
        List<Integer> concurrencyLevels,
        int startUps,
        int openCalls) {
    private static final List<Integer> ALL_CONCURRENCY_LEVELS = List.of(1, 16, 64, 256);

    static ComparisonPlan named(String name) {
        return switch (name) {
            case "bench" ->
                new ComparisonPlan(name, 2, seconds(6), seconds(1), seconds(2), ALL_CONCURRENCY_LEVELS, 3, 10_000);
            case "bench-full" ->
                new ComparisonPlan(name, 5, seconds(30), seconds(3), seconds(10), ALL_CONCURRENCY_LEVELS, 10, 10_000);
            default -> throw new IllegalArgumentException("a plan is bench or bench-full, not " + name);
        };
    }

    /** The longest that one contender may take in one round. */
    Duration timeout() {
        return warmUp.plus(settle.plus(window).multipliedBy(concurrencyLevels.size()))
                .plusMinutes(2);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
