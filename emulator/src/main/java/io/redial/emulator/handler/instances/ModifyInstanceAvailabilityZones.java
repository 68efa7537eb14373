package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.TaskDefinition;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.ActionTaskKinds;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.TaskStarter;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.LifecycleState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.Placement;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Nodes are moved to other zones; those that the call does not name stay. Where the nodes stand in several zones, each must
 * be named by its number. Where they do not, numbers are not looked at: the primary and the replicas move in their order.
 */
final class ModifyInstanceAvailabilityZones implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolveIdle(LifecycleState.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var zones = state.placement().multiZone() ? numbered(call, instance, state) : inOrder(call, state);
        var action = call.action().name();
        var job = new TaskDefinition(
                action,
                ActionTaskKinds.of(action),
                before -> moved(before, zones),
                MaintenanceWindowActions.switchNotBefore(call, instance, cloud));
        return TaskStarter.start(call, cloud, instance, job, 0);
    }

    private static InstanceState moved(InstanceState state, List<Integer> zones) {
        var multiZone = state.placement().multiZone() || new HashSet<>(zones).size() > 1;
        return state.with(new Placement(zones.get(0), multiZone))
                .with(new NodePlacement(
                        zones, state.feature(NodePlacement.DEFAULT).localReads()));
    }

    private static List<Integer> numbered(ActionRequest call, EmulatedInstance instance, InstanceState state) {
        var zones = new ArrayList<>(NodePlacement.zonesOf(state));
        for (var node : call.items("NodeSet")) {
            if (!node.hasNonNull("NodeId")) {
                throw ZoneParameters.invalidError(
                        call,
                        "The nodes of this instance stand in several zones; each in `NodeSet` needs its `NodeId`.");
            }
            var number = ReplicaChange.nodeIndex(node.path("NodeId").intValue(), instance.id(), state, call);
            zones.set(number, zone(node, call));
        }
        return zones;
    }

    private static List<Integer> inOrder(ActionRequest call, InstanceState state) {
        var zones = new ArrayList<>(NodePlacement.zonesOf(state));
        var primary = PrimaryNode.of(state);
        var replica = 0;
        for (var node : call.items("NodeSet")) {
            if (ZoneParameters.isPrimary(node)) {
                zones.set(primary, zone(node, call));
                continue;
            }
            replica += replica == primary ? 1 : 0;
            if (replica < zones.size()) {
                zones.set(replica++, zone(node, call));
            }
        }
        return zones;
    }

    private static int zone(JsonNode node, ActionRequest call) {
        return ZoneParameters.zoneOf(node, call).orElseThrow(() -> ZoneParameters.missingZoneError(call));
    }
}
