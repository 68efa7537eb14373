package io.redial.emulator.cloud;

import io.redial.emulator.instance.Instance;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Instances by id and by age. Reading never waits; writers must take turns. */
final class Instances {
    private final Map<String, Instance> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Age, Instance> byAge = new ConcurrentSkipListMap<>();

    void put(Instance instance) {
        byId.put(instance.id(), instance);
        byAge.put(Age.of(instance), instance);
    }

    Optional<Instance> remove(String id) {
        var removed = Optional.ofNullable(byId.remove(id));
        removed.ifPresent(instance -> byAge.remove(Age.of(instance)));
        return removed;
    }

    Optional<Instance> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    int size() {
        return byId.size();
    }

    Stream<Instance> oldestFirst() {
        return byAge.values().stream();
    }

    Stream<Instance> newestFirst() {
        return byAge.descendingMap().values().stream();
    }

    /** The id decides between equals, so that pages never overlap. */
    private record Age(long created, String id) implements Comparable<Age> {
        private static final Comparator<Age> ORDER =
                Comparator.comparingLong(Age::created).thenComparing(Age::id);

        static Age of(Instance instance) {
            return new Age(instance.created(), instance.id());
        }

        @Override
        public int compareTo(Age other) {
            return ORDER.compare(this, other);
        }
    }
}
