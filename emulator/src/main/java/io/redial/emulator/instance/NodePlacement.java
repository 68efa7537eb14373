package io.redial.emulator.instance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the nodes of an instance stand.
 *
 * @param zones the zones, that of the primary first and then one for each replica; empty if the place says it all
 * @param localReads whether each node can be read from its own zone alone
 */
public record NodePlacement(List<Integer> zones, boolean localReads) implements Feature {
    /** Those of an instance whose nodes nobody has placed. */
    public static final NodePlacement DEFAULT = new NodePlacement(List.of(), true);

    /** Keeps a copy of the list. */
    public NodePlacement {
        zones = List.copyOf(zones);
    }

    /** The zone of each node of an instance, that of the primary first. */
    public static List<Integer> zonesOf(InstanceState state) {
        var place = state.placement();
        var placed = state.feature(DEFAULT).zones;
        return IntStream.rangeClosed(0, state.memory().replicas())
                .mapToObj(node -> node < placed.size() ? placed.get(node) : defaultZone(place, node, placed.isEmpty()))
                .toList();
    }

    private static int defaultZone(Placement place, int node, boolean scattered) {
        return place.multiZone() && scattered ? place.zoneId() + node : place.zoneId();
    }
}
