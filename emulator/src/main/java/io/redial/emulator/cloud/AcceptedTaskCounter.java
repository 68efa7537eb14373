package io.redial.emulator.cloud;

import io.redial.emulator.cloud.RegionSnapshot.AcceptedCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often the work of an action was accepted for an instance, for the last million of such pairs. */
final class AcceptedTaskCounter {
    private static final int MAX_ENTRIES = 1_000_000;

    private final Map<Key, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Integer> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    synchronized void increment(String action, String instanceId) {
        counts.merge(new Key(action, instanceId), 1, Integer::sum);
    }

    synchronized int count(String action, String instanceId) {
        return counts.getOrDefault(new Key(action, instanceId), 0);
    }

    synchronized List<AcceptedCount> all() {
        return counts.entrySet().stream()
                .map(entry -> new AcceptedCount(entry.getKey().action, entry.getKey().instanceId, entry.getValue()))
                .toList();
    }

    synchronized void restore(AcceptedCount accepted) {
        counts.put(new Key(accepted.action(), accepted.instanceId()), accepted.count());
    }

    private record Key(String action, String instanceId) {}
}
