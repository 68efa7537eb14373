package io.redial.examples;

import io.redial.core.Rate;
import java.time.Duration;

/**
 * How long a quota keeps calls waiting.
 *
 * @param rate the quota
 */
record QuotaEstimate(Rate rate) {

    /** The time that so many calls take when they leave one after the other at the rate of the quota. */
    Duration durationOf(int calls) {
        return rate.period().multipliedBy(calls).dividedBy(rate.permits());
    }
}
