package io.redial.reactive.follow;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is looked at to see how work goes on. Only the tracker's thread touches it. */
sealed interface Phase {

    /** A task or a flow. */
    final class OfTask implements Phase {
        final long id;

        /** When it was started, by the clock of the server and a little before; null while nobody knows. */
        @Nullable
        Instant since;

        /** Whether the list has shown that it failed, so that only the reason is missing. */
        boolean failed;

        long lastLookUp = Long.MIN_VALUE;

        OfTask(long id, @Nullable Instant since) {
            this.id = id;
            this.since = since;
        }
    }

    /** An order that is not delivered yet. */
    final class OfOrder implements Phase {
        private static final int LOOK_UPS_FOR_A_SIGN = 10;
        private static final long NOT_YET = Long.MIN_VALUE;

        /** The instances that it is for; empty while nobody knows. */
        List<String> instances;

        /** When it was placed, by the clock of the server and a little before; null while nobody knows. */
        @Nullable
        Instant since;

        /** The task that was taken last for a sign that the order may have been delivered; 0 for none. */
        long lastSign;

        /** For how many look-ups the last sign is good: the order may follow its task by a moment. */
        int signs;

        long lastLookUp = Long.MIN_VALUE;

        private long over = NOT_YET;

        OfOrder(List<String> instances, @Nullable Instant since) {
            this.instances = instances;
            this.since = since;
        }

        /** A task that ended on one of its instances: it may be delivered. */
        void taskEnded(long task) {
            if (task != lastSign) {
                lastSign = task;
                lookAgain();
            }
        }

        void lookedUp(long now) {
            lastLookUp = now;
            signs = Math.max(0, signs - 1);
        }

        /** How long it is known to be delivered or to have failed. */
        long overFor(long now) {
            if (over == NOT_YET) {
                over = now;
            }
            return now - over;
        }

        void lookAgain() {
            signs = LOOK_UPS_FOR_A_SIGN;
        }
    }

    /** Instances that are to run, or to be gone, before the work is over. */
    final class OfInstances implements Phase {
        final Set<String> waitedFor;
        final boolean untilGone;

        /** Tasks of theirs that began since then can be taken for the work in question. */
        final @Nullable Instant since;

        /** When this began, in nanoseconds. */
        final long entered;

        /** Those that were seen to change: to be back, one must have been away. */
        private final Set<String> away = new HashSet<>();

        OfInstances(List<String> instances, boolean untilGone, @Nullable Instant since, long entered) {
            this.waitedFor = new HashSet<>(instances);
            this.untilGone = untilGone;
            this.since = since;
            this.entered = entered;
        }

        void seenAway(String instance) {
            away.add(instance);
        }

        boolean wasAway(String instance) {
            return away.contains(instance);
        }
    }
}
