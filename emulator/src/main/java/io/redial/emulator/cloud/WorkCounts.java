package io.redial.emulator.cloud;

import io.redial.emulator.cloud.RegionSnapshot.Accepted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often the work of an action was accepted for an instance, for the last million of such pairs. */
final class WorkCounts {
    private static final int MAX = 1_000_000;

    private final Map<Key, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Integer> eldest) {
            return size() > MAX;
        }
    };

    synchronized void add(String action, String instanceId) {
        counts.merge(new Key(action, instanceId), 1, Integer::sum);
    }

    synchronized int of(String action, String instanceId) {
        return counts.getOrDefault(new Key(action, instanceId), 0);
    }

    synchronized List<Accepted> all() {
        return counts.entrySet().stream()
                .map(entry -> new Accepted(entry.getKey().action, entry.getKey().instanceId, entry.getValue()))
                .toList();
    }

    synchronized void restore(Accepted accepted) {
        counts.put(new Key(accepted.action(), accepted.instanceId()), accepted.times());
    }

    private record Key(String action, String instanceId) {}
}
