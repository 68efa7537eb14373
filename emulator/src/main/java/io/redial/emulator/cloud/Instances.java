package io.redial.emulator.cloud;

import io.redial.emulator.instance.Instance;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Instances by id and by age. Reading never waits; writers must take turns. Lists by age are arrays that are copied when
 * an instance comes or goes, which is rare, so that any page of any size is found at once, which is what callers do all day.
 */
final class Instances {
    /** The id decides between equals, so that pages never overlap. */
    private static final Comparator<Slot> ELDEST_FIRST =
            Comparator.comparingLong(Slot::created).thenComparing(Slot::id);

    private final Map<String, Slot> byId = new ConcurrentHashMap<>();
    private volatile Slot[] byAge = {};

    /** Adds many at once, which must be new. */
    void addAll(Collection<Instance> instances) {
        var all = Arrays.copyOf(byAge, byAge.length + instances.size());
        var end = byAge.length;
        for (var instance : instances) {
            var slot = new Slot(instance);
            byId.put(instance.id(), slot);
            all[end++] = slot;
        }
        Arrays.sort(all, ELDEST_FIRST);
        byAge = all;
    }

    /** Adds an instance, which must be new. */
    void add(Instance instance) {
        var slot = new Slot(instance);
        byId.put(instance.id(), slot);
        var before = byAge;
        var place = -1 - Arrays.binarySearch(before, slot, ELDEST_FIRST);
        var after = Arrays.copyOf(before, before.length + 1);
        System.arraycopy(before, place, after, place + 1, before.length - place);
        after[place] = slot;
        byAge = after;
    }

    /** Replaces the instance with the same id, if it is still there. */
    void replace(Instance instance) {
        var slot = byId.get(instance.id());
        if (slot != null) {
            slot.instance = instance;
        }
    }

    void remove(String id) {
        var slot = byId.remove(id);
        if (slot == null) {
            return;
        }
        var before = byAge;
        var place = Arrays.binarySearch(before, slot, ELDEST_FIRST);
        var after = Arrays.copyOf(before, before.length - 1);
        System.arraycopy(before, place + 1, after, place, after.length - place);
        byAge = after;
    }

    Optional<Instance> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(slot -> slot.instance);
    }

    int size() {
        return byId.size();
    }

    /** The instances that are there now, each as it is when it is looked at. */
    List<Instance> oldestFirst() {
        return new Row(byAge, false);
    }

    /** The same in just the opposite order. */
    List<Instance> newestFirst() {
        return new Row(byAge, true);
    }

    private static final class Slot {
        private volatile Instance instance;

        Slot(Instance instance) {
            this.instance = instance;
        }

        long created() {
            return instance.created();
        }

        String id() {
            return instance.id();
        }
    }

    private static final class Row extends AbstractList<Instance> implements RandomAccess {
        private final Slot[] slots;
        private final boolean backwards;

        Row(Slot[] slots, boolean backwards) {
            this.slots = slots;
            this.backwards = backwards;
        }

        @Override
        public Instance get(int index) {
            return slots[backwards ? slots.length - 1 - index : index].instance;
        }

        @Override
        public int size() {
            return slots.length;
        }
    }
}
