package io.redial.examples;

import java.time.Duration;
import java.util.Locale;

/**
 * How a fleet went.
 *
 * @param verb what happened to the instances: {@code upgraded}
 * @param instances how many there are
 * @param succeeded how many of them got what was ordered, in earlier runs of a journal included
 * @param failed how many did not; together with {@code succeeded} fewer than {@code instances} if the run was
 *     stopped before its end
 * @param calls how many requests were sent, whatever for, with those to list and to follow
 * @param throttled how many of them the cloud refused because of a quota
 * @param retries how many of them repeated one that had failed
 * @param elapsed from the first order, the list being there, to the end of the last
 * @param idealDuration what the quota alone would take: the shortest time in which so many orders can leave, from the first to the
 *     last, {@link FleetPlan#idealDuration}; what the cloud needs for its work comes on top
 */
record FleetReport(
        String verb,
        int instances,
        int succeeded,
        int failed,
        long calls,
        long throttled,
        long retries,
        Duration elapsed,
        Duration idealDuration) {

    boolean isComplete() {
        return succeeded + failed == instances;
    }

    boolean allSucceeded() {
        return succeeded == instances;
    }

    /** One line for people. */
    String text() {
        var how = "%d of %d %s, %d failed, in %.1f s".formatted(succeeded, instances, verb, failed, seconds(elapsed));
        return isComplete() ? how : "stopped: " + how;
    }

    /** One line for programs. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"instances\":%d,\"succeeded\":%d,\"failed\":%d,\"calls\":%d,\"refused\":%d,\"retries\":%d,"
                        + "\"seconds\":%.3f,\"idealSeconds\":%.3f}",
                instances,
                succeeded,
                failed,
                calls,
                throttled,
                retries,
                seconds(elapsed),
                seconds(idealDuration));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
