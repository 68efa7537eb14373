package io.redial.ratelimit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What keeps an outage from being multiplied: each retry takes from it, each call that succeeds gives a little back. When
 * it is empty, failures are final at once. Thread-safe.
 */
public final class RetryBudget {
    /** One retry, in the smallest unit that is given back. */
    private static final int RETRY = 10;

    private final int full;
    private final AtomicInteger left;

    /**
     * A full budget.
     *
     * @param retries how many retries it allows before anything has succeeded again; 0 allows none
     */
    public RetryBudget(int retries) {
        if (retries < 0 || retries > Integer.MAX_VALUE / RETRY) {
            throw new IllegalArgumentException("a budget allows from 0 retries up, not " + retries);
        }
        this.full = retries * RETRY;
        this.left = new AtomicInteger(full);
    }

    /** Takes one retry out, if there is one. */
    public boolean take() {
        while (true) {
            var before = left.get();
            if (before < RETRY) {
                return false;
            }
            if (left.compareAndSet(before, before - RETRY)) {
                return true;
            }
        }
    }

    /** A call has succeeded: gives back a tenth of a retry. */
    public void succeeded() {
        var before = left.get();
        if (before < full) {
            left.compareAndSet(before, before + 1);
        }
    }
}
