package io.redial.examples;

import io.redial.core.Rate;
import java.time.Duration;

/**
 * How long a quota keeps calls waiting.
 *
 * @param rate the quota
 */
record QuotaTime(Rate rate) {

    /**
     * The shortest time from the first of so many calls to the last: from idle the first {@code permits} leave at once, and
     * as many again one period later, so the last of {@code calls} leaves after {@code (calls - 1) / permits} whole periods.
     */
    Duration untilLast(int calls) {
        return rate.period().multipliedBy(Math.max(0, calls - 1) / rate.permits());
    }

    /** The time that so many calls take when they leave one after the other at the rate of the quota. */
    Duration steadily(int calls) {
        return rate.period().multipliedBy(calls).dividedBy(rate.permits());
    }
}
