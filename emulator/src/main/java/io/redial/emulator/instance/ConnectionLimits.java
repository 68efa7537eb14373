package io.redial.emulator.instance;

/**
 * How much may go in and out of a shard.
 *
 * @param addedMb bandwidth beyond the standard, in MB
 * @param clientLimit the largest number of connections
 */
public record ConnectionLimits(int addedMb, int clientLimit) implements Feature {
    /** The standard bandwidth of a shard, in MB. */
    public static final int BASE_MB = 96;

    /** The most that can be added to it, in MB. */
    public static final int MAX_ADDED_MB = 192;

    /** The lowest limit of connections that can be set. */
    public static final int MIN_CLIENTS = 10_000;

    /** What every instance begins with. */
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(0, MIN_CLIENTS);

    private static final int CLIENTS_PER_NODE = 10_000;
    private static final int NODES_WITHOUT_READS = 4;
    private static final int NODES_BEYOND_READS = 3;

    /** The highest limit of connections that can be set. */
    public static int maxClients(InstanceState state) {
        var nodes = state.feature(ReplicaReads.DEFAULT).enabled()
                ? state.memory().replicas() + NODES_BEYOND_READS
                : NODES_WITHOUT_READS;
        return CLIENTS_PER_NODE * nodes;
    }

    /** The same, but no more connections than that. */
    public ConnectionLimits withMaxClientLimit(int clients) {
        return new ConnectionLimits(addedMb, Math.min(clientLimit, clients));
    }
}
