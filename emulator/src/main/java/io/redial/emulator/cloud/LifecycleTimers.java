package io.redial.emulator.cloud;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** When something is going to happen to instances of its own accord; one time for each. Callers must take turns. */
final class LifecycleTimers {
    private final Map<String, ScheduledTimer> byId = new HashMap<>();
    private final TreeSet<ScheduledTimer> byTime =
            new TreeSet<>(Comparator.comparingLong(ScheduledTimer::dueMillis).thenComparing(ScheduledTimer::id));

    /** Sets the time for an instance, in milliseconds since 1970; {@link TaskTimeline#NEVER} for none. */
    void set(String id, long when) {
        var before = when == TaskTimeline.NEVER ? byId.remove(id) : byId.put(id, new ScheduledTimer(when, id));
        if (before != null) {
            byTime.remove(before);
        }
        if (when != TaskTimeline.NEVER) {
            byTime.add(new ScheduledTimer(when, id));
        }
    }

    /** The instance whose time has come first, if any has. */
    Optional<String> dueAt(long now) {
        return next() <= now ? Optional.of(byTime.first().id) : Optional.empty();
    }

    /** The first of all times. */
    long next() {
        return byTime.isEmpty() ? TaskTimeline.NEVER : byTime.first().dueMillis;
    }

    private record ScheduledTimer(long dueMillis, String id) {}
}
