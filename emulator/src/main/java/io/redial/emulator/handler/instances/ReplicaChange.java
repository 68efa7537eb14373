package io.redial.emulator.handler.instances;

import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What UpgradeInstance says of the replicas that come or go, which it must if they stand in several zones. */
final class ReplicaChange {
    private ReplicaChange() {}

    static UnaryOperator<InstanceState> of(ActionRequest call, String id, InstanceState state, int replicas) {
        var more = replicas - state.memory().replicas();
        if (more == 0 || !state.placement().multiZone()) {
            return UnaryOperator.identity();
        }
        if (call.items("NodeSet").size() != Math.abs(more)) {
            throw ZoneParameters.invalidError(
                    call,
                    "The replicas of this instance stand in several zones; name the " + Math.abs(more)
                            + " that come or go in `NodeSet`.");
        }
        return more > 0 ? added(call, state) : removed(call, id, state);
    }

    private static UnaryOperator<InstanceState> added(ActionRequest call, InstanceState state) {
        var zones = new ArrayList<>(NodePlacement.zonesOf(state));
        call.items("NodeSet")
                .forEach(node -> zones.add(
                        ZoneParameters.zoneOf(node, call).orElseThrow(() -> ZoneParameters.missingZoneError(call))));
        return placementOf(zones, PrimaryNode.of(state));
    }

    private static UnaryOperator<InstanceState> removed(ActionRequest call, String id, InstanceState state) {
        var primary = PrimaryNode.of(state);
        var going = new TreeSet<Integer>();
        call.items("NodeSet")
                .forEach(node -> going.add(nodeIndex(node.path("NodeId").intValue(), id, state, call)));
        if (going.contains(primary) || going.size() < call.items("NodeSet").size()) {
            throw ZoneParameters.invalidError(
                    call, "Only replicas can go, each once; DescribeInstances lists the nodes.");
        }
        var zones = new ArrayList<>(NodePlacement.zonesOf(state));
        going.descendingSet().forEach(node -> zones.remove((int) node));
        return placementOf(zones, primary - going.headSet(primary).size());
    }

    /** Which node it is that has this number. */
    static int nodeIndex(int number, String id, InstanceState state, ActionRequest call) {
        var node = number - PrimaryNode.groupId(id, 0);
        if (node < 0 || node > state.memory().replicas()) {
            throw call.error(
                    "The instance has no node `" + number + "`; DescribeInstances lists its nodes in `NodeSet`.",
                    "InvalidParameterValue.CheckNotPass",
                    "InvalidParameter.InvalidParameter");
        }
        return node;
    }

    private static UnaryOperator<InstanceState> placementOf(List<Integer> zones, int primary) {
        return state -> state.with(new NodePlacement(
                        zones, state.feature(NodePlacement.DEFAULT).localReads()))
                .with(new PrimaryNode(primary));
    }
}
