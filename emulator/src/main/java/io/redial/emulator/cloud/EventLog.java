package io.redial.emulator.cloud;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Things in the order in which they happened, under ascending ids. Only the newest are kept. Reading never waits;
 * writers must take turns.
 */
final class EventLog<T> {
    private static final int MAX_ENTRIES = 200_000;

    private final ConcurrentSkipListMap<Long, T> entries = new ConcurrentSkipListMap<>();
    private int size;

    void add(long id, T entry) {
        entries.put(id, entry);
        if (++size > MAX_ENTRIES) {
            entries.pollFirstEntry();
            size--;
        }
    }

    /** Puts another entry in the place of the one with that id, if there is one. */
    void replace(long id, T entry) {
        entries.replace(id, entry);
    }

    /** Drops the eldest entry; whether there is another. */
    boolean removeOldest() {
        entries.pollFirstEntry();
        size--;
        return size > 0;
    }

    Optional<T> find(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    List<T> oldestFirst() {
        return List.copyOf(entries.values());
    }

    Stream<T> newestFirst() {
        return entries.descendingMap().values().stream();
    }
}
