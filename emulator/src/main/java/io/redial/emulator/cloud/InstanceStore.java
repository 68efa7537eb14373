package io.redial.emulator.cloud;

import io.redial.emulator.instance.EmulatedInstance;
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
final class InstanceStore {
    /** The id decides between equals, so that pages never overlap. */
    private static final Comparator<Slot> OLDEST_FIRST =
            Comparator.comparingLong(Slot::created).thenComparing(Slot::id);

    private final Map<String, Slot> byId = new ConcurrentHashMap<>();
    private volatile Slot[] byAge = {};

    /** Adds many at once, which must be new. */
    void addAll(Collection<EmulatedInstance> instances) {
        var all = Arrays.copyOf(byAge, byAge.length + instances.size());
        var end = byAge.length;
        for (var instance : instances) {
            var slot = new Slot(instance);
            byId.put(instance.id(), slot);
            all[end++] = slot;
        }
        Arrays.sort(all, OLDEST_FIRST);
        byAge = all;
    }

    /** Adds an instance, which must be new. */
    void add(EmulatedInstance instance) {
        var slot = new Slot(instance);
        byId.put(instance.id(), slot);
        var before = byAge;
        var place = -1 - Arrays.binarySearch(before, slot, OLDEST_FIRST);
        var after = Arrays.copyOf(before, before.length + 1);
        System.arraycopy(before, place, after, place + 1, before.length - place);
        after[place] = slot;
        byAge = after;
    }

    /** Replaces the instance with the same id, if it is still there. */
    void replace(EmulatedInstance instance) {
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
        var place = Arrays.binarySearch(before, slot, OLDEST_FIRST);
        var after = Arrays.copyOf(before, before.length - 1);
        System.arraycopy(before, place + 1, after, place, after.length - place);
        byAge = after;
    }

    Optional<EmulatedInstance> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(slot -> slot.instance);
    }

    int size() {
        return byId.size();
    }

    /** The instances that are there now, each as it is when it is looked at. */
    List<EmulatedInstance> oldestFirst() {
        return new SlotList(byAge, false);
    }

    /** The same in just the opposite order. */
    List<EmulatedInstance> newestFirst() {
        return new SlotList(byAge, true);
    }

    private static final class Slot {
        private volatile EmulatedInstance instance;

        Slot(EmulatedInstance instance) {
            this.instance = instance;
        }

        long created() {
            return instance.created();
        }

        String id() {
            return instance.id();
        }
    }

    private static final class SlotList extends AbstractList<EmulatedInstance> implements RandomAccess {
        private final Slot[] slots;
        private final boolean reversed;

        SlotList(Slot[] slots, boolean backwards) {
            this.slots = slots;
            this.reversed = backwards;
        }

        @Override
        public EmulatedInstance get(int index) {
            return slots[reversed ? slots.length - 1 - index : index].instance;
        }

        @Override
        public int size() {
            return slots.length;
        }
    }
}
