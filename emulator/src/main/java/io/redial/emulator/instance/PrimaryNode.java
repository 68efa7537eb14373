package io.redial.emulator.instance;

/**
 * Which of its nodes is the primary one of an instance.
 *
 * @param node the node; 0 is the one that was the primary at first, the replicas follow
 */
public record PrimaryNode(int node) implements Feature {
    /** What every instance begins with. */
    public static final PrimaryNode DEFAULT = new PrimaryNode(0);

    private static final int FIRST_GROUP = 300_000;
    private static final int GROUPS = 100_000;
    private static final int NODES = 8;

    /** The number under which lists show a node of an instance. */
    public static int groupId(String id, int node) {
        return FIRST_GROUP + Math.floorMod(id.hashCode(), GROUPS) * NODES + node;
    }

    /** The primary node of an instance; a node that has been taken away is none. */
    public static int of(InstanceState state) {
        var node = state.feature(DEFAULT).node;
        return node <= state.memory().replicas() ? node : 0;
    }

    /** The zone of the primary node. */
    public static int zone(InstanceState state) {
        return NodePlacement.zonesOf(state).get(of(state));
    }

    /** The node that takes over when the primary fails. */
    public static PrimaryNode successor(InstanceState state) {
        return new PrimaryNode((of(state) + 1) % (state.memory().replicas() + 1));
    }
}
