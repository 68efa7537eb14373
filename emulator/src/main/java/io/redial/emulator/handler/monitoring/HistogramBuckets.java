package io.redial.emulator.handler.monitoring;

import java.util.List;

/** The steps by which the API sorts amounts: up to 1, 5, 10, 50 and 200, and -1 for more. */
final class HistogramBuckets {
    static final int OVERFLOW = -1;
    static final List<Integer> UPPER_BOUNDS = List.of(1, 5, 10, 50, 200, OVERFLOW);

    private HistogramBuckets() {}

    /** The step of an amount that is counted in so much. */
    static int bucketOf(long amount, long unit) {
        return UPPER_BOUNDS.stream()
                .filter(step -> step != OVERFLOW && amount <= step * unit)
                .findFirst()
                .orElse(OVERFLOW);
    }
}
