package io.redial.emulator.behaviour.instances;

import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.Primary;
import io.redial.emulator.instance.State;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What UpgradeInstance says of the replicas that come or go, which it must if they stand in several zones. */
final class NewNodes {
    private NewNodes() {}

    static UnaryOperator<State> of(Call call, String id, State state, int replicas) {
        var more = replicas - state.memory().replicas();
        if (more == 0 || !state.place().multiZone()) {
            return UnaryOperator.identity();
        }
        if (call.items("NodeSet").size() != Math.abs(more)) {
            throw Zones.wrong(
                    call,
                    "The replicas of this instance stand in several zones; name the " + Math.abs(more)
                            + " that come or go in `NodeSet`.");
        }
        return more > 0 ? added(call, state) : removed(call, id, state);
    }

    private static UnaryOperator<State> added(Call call, State state) {
        var zones = new ArrayList<>(Nodes.zones(state));
        call.items("NodeSet").forEach(node -> zones.add(Zones.of(node, call).orElseThrow(() -> Zones.zoneless(call))));
        return placing(zones, Primary.of(state));
    }

    private static UnaryOperator<State> removed(Call call, String id, State state) {
        var primary = Primary.of(state);
        var going = new TreeSet<Integer>();
        call.items("NodeSet").forEach(node -> going.add(node(node.path("NodeId").intValue(), id, state, call)));
        if (going.contains(primary) || going.size() < call.items("NodeSet").size()) {
            throw Zones.wrong(call, "Only replicas can go, each once; DescribeInstances lists the nodes.");
        }
        var zones = new ArrayList<>(Nodes.zones(state));
        going.descendingSet().forEach(node -> zones.remove((int) node));
        return placing(zones, primary - going.headSet(primary).size());
    }

    /** Which node it is that has this number. */
    static int node(int number, String id, State state, Call call) {
        var node = number - Primary.group(id, 0);
        if (node < 0 || node > state.memory().replicas()) {
            throw call.refusal(
                    "The instance has no node `" + number + "`; DescribeInstances lists its nodes in `NodeSet`.",
                    "InvalidParameterValue.CheckNotPass",
                    "InvalidParameter.InvalidParameter");
        }
        return node;
    }

    private static UnaryOperator<State> placing(List<Integer> zones, int primary) {
        return state -> state.with(new Nodes(zones, state.feature(Nodes.USUAL).readsLocally()))
                .with(new Primary(primary));
    }
}
