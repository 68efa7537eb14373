package io.redial.emulator.instance;

/**
 * Which of its nodes is the primary one of an instance.
 *
 * @param node the node; 0 is the one that was the primary at first, the replicas follow
 */
public record Primary(int node) implements Feature {
    /** What every instance begins with. */
    public static final Primary USUAL = new Primary(0);

    private static final int FIRST_GROUP = 300_000;
    private static final int GROUPS = 100_000;
    private static final int NODES = 8;

    /** The number under which lists show a node of an instance. */
    public static int group(String id, int node) {
        return FIRST_GROUP + Math.floorMod(id.hashCode(), GROUPS) * NODES + node;
    }

    /** The primary node of an instance; a node that has been taken away is none. */
    public static int of(State state) {
        var node = state.feature(USUAL).node;
        return node <= state.memory().replicas() ? node : 0;
    }

    /** The zone of the primary node. */
    public static int zone(State state) {
        return Nodes.zones(state).get(of(state));
    }

    /** The node that takes over when the primary fails. */
    public static Primary next(State state) {
        return new Primary((of(state) + 1) % (state.memory().replicas() + 1));
    }
}
