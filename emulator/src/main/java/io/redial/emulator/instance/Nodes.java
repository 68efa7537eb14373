package io.redial.emulator.instance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the nodes of an instance stand.
 *
 * @param zones the zones, that of the primary first and then one for each replica; empty if the place says it all
 * @param readsLocally whether each node can be read from its own zone alone
 */
public record Nodes(List<Integer> zones, boolean readsLocally) implements Feature {
    /** Those of an instance whose nodes nobody has placed. */
    public static final Nodes USUAL = new Nodes(List.of(), true);

    /** Keeps a copy of the list. */
    public Nodes {
        zones = List.copyOf(zones);
    }

    /** The zone of each node of an instance, that of the primary first. */
    public static List<Integer> zones(State state) {
        var place = state.place();
        var placed = state.feature(USUAL).zones;
        return IntStream.rangeClosed(0, state.memory().replicas())
                .mapToObj(node -> node < placed.size() ? placed.get(node) : usual(place, node, placed.isEmpty()))
                .toList();
    }

    private static int usual(Place place, int node, boolean scattered) {
        return place.multiZone() && scattered ? place.zoneId() + node : place.zoneId();
    }
}
