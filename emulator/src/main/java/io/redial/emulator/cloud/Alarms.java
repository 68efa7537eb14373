package io.redial.emulator.cloud;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** When something is going to happen to instances of its own accord; one time for each. Callers must take turns. */
final class Alarms {
    private final Map<String, Alarm> byId = new HashMap<>();
    private final TreeSet<Alarm> byTime =
            new TreeSet<>(Comparator.comparingLong(Alarm::when).thenComparing(Alarm::id));

    /** Sets the time for an instance, in milliseconds since 1970; {@link Course#NEVER} for none. */
    void set(String id, long when) {
        var before = when == Course.NEVER ? byId.remove(id) : byId.put(id, new Alarm(when, id));
        if (before != null) {
            byTime.remove(before);
        }
        if (when != Course.NEVER) {
            byTime.add(new Alarm(when, id));
        }
    }

    /** The instance whose time has come first, if any has. */
    Optional<String> dueAt(long now) {
        return next() <= now ? Optional.of(byTime.first().id) : Optional.empty();
    }

    /** The first of all times. */
    long next() {
        return byTime.isEmpty() ? Course.NEVER : byTime.first().when;
    }

    private record Alarm(long when, String id) {}
}
