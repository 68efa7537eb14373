package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.behaviour.WorkTable;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Job;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.Place;
import io.redial.emulator.instance.Primary;
import io.redial.emulator.instance.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Nodes are moved to other zones; those that the call does not name stay. Where the nodes stand in several zones, each must
 * be named by its number. Where they do not, numbers are not looked at: the primary and the replicas move in their order.
 */
final class ModifyInstanceAvailabilityZones implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var state = instance.stateAt(cloud.now());
        var zones = state.place().multiZone() ? numbered(call, instance, state) : inOrder(call, state);
        var action = call.action().name();
        var job = new Job(
                action,
                WorkTable.kind(action),
                before -> moved(before, zones),
                MaintenanceWindows.switches(call, instance, cloud));
        return Work.start(call, cloud, instance, job, 0);
    }

    private static State moved(State state, List<Integer> zones) {
        var multiZone = state.place().multiZone() || new HashSet<>(zones).size() > 1;
        return state.with(new Place(zones.get(0), multiZone))
                .with(new Nodes(zones, state.feature(Nodes.USUAL).readsLocally()));
    }

    private static List<Integer> numbered(Call call, Instance instance, State state) {
        var zones = new ArrayList<>(Nodes.zones(state));
        for (var node : call.items("NodeSet")) {
            if (!node.hasNonNull("NodeId")) {
                throw Zones.wrong(
                        call,
                        "The nodes of this instance stand in several zones; each in `NodeSet` needs its `NodeId`.");
            }
            var number = NewNodes.node(node.path("NodeId").intValue(), instance.id(), state, call);
            zones.set(number, zone(node, call));
        }
        return zones;
    }

    private static List<Integer> inOrder(Call call, State state) {
        var zones = new ArrayList<>(Nodes.zones(state));
        var primary = Primary.of(state);
        var replica = 0;
        for (var node : call.items("NodeSet")) {
            if (Zones.isPrimary(node)) {
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

    private static int zone(JsonNode node, Call call) {
        return Zones.of(node, call).orElseThrow(() -> Zones.zoneless(call));
    }
}
