package io.redial.emulator.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Things in the order in which they happened, under ascending ids. Only the newest are kept. Reading never waits;
 * writers must take turns.
 */
final class Ledger<T> {
    private static final int MAX_ENTRIES = 200_000;

    private final ConcurrentSkipListMap<Long, T> entries = new ConcurrentSkipListMap<>();
    private int size;

    /** The entry that had to make room, if there was one. */
    Optional<T> add(long id, T entry) {
        entries.put(id, entry);
        if (size < MAX_ENTRIES) {
            size++;
            return Optional.empty();
        }
        return Optional.ofNullable(entries.pollFirstEntry()).map(Map.Entry::getValue);
    }

    /** Drops the eldest entry; whether there is another. */
    boolean dropEldest() {
        entries.pollFirstEntry();
        size--;
        return size > 0;
    }

    Optional<T> find(long id) {
        return Optional.ofNullable(entries.get(id));
    }

    Stream<T> newestFirst() {
        return entries.descendingMap().values().stream();
    }

    /** Those with ids from {@code from} up to, but without, {@code to}. */
    Stream<T> newestFirst(long from, long to) {
        return from < to ? entries.subMap(from, to).descendingMap().values().stream() : Stream.empty();
    }

    /**
     * The smallest id from which on all entries are wanted, or the one after the last if none is. Takes the ids to have
     * no gaps, and the wanted entries to be the newest.
     */
    long first(Predicate<T> wanted) {
        var eldest = entries.firstEntry();
        if (eldest == null) {
            return 0;
        }
        long low = eldest.getKey();
        var high = entries.lastKey() + 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            // one that is gone by now was among the eldest
            if (find(middle).filter(wanted).isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
