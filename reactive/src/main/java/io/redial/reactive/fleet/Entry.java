package io.redial.reactive.fleet;

import io.redial.core.FollowableRequest;

/**
 * A request of a run.
 *
 * @param number its place in the input, from 1
 * @param standing what is known of it when the run begins
 */
record Entry(long number, FollowableRequest<?> request, Standing standing) {

    /** {@code request 3 (UpgradeInstance of crs-5a4py64p)}. */
    String name() {
        var targets = request.targets();
        return "request " + number + " (" + request.action().name()
                + (targets.isEmpty() ? "" : " of " + String.join(", ", targets)) + ")";
    }
}
