package io.redial.emulator.instance;

import java.util.List;

/**
 * Who serves the reads of an instance.
 *
 * @param enabled whether replicas may
 * @param policy {@code master}, {@code replication} or both
 */
public record ReplicaReads(boolean enabled, List<String> policy) implements Feature {
    /** The primary node. */
    public static final String PRIMARY = "master";

    /** The replicas. */
    public static final String REPLICAS = "replication";

    /** What every instance begins with. */
    public static final ReplicaReads DEFAULT = new ReplicaReads(false, List.of());

    private static final int ALL = 100;

    /** Keeps a copy of the list. */
    public ReplicaReads {
        policy = List.copyOf(policy);
    }

    /** The percentage of reads that goes to the replicas. */
    public int weight() {
        if (!enabled || !policy.contains(REPLICAS)) {
            return 0;
        }
        return policy.contains(PRIMARY) ? ALL / 2 : ALL;
    }
}
