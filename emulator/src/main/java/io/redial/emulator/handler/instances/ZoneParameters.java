package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.JsonNode;
import io.redial.emulator.cloud.RegionInfo;
import io.redial.emulator.protocol.ActionRequest;
import io.redial.emulator.protocol.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The zones that a call names, by number or by name. A number is taken as it is, for no document lists them. */
final class ZoneParameters {
    private static final int PRIMARY = 0;

    private ZoneParameters() {}

    /** The zone that the call asks for; empty if it leaves that to the cloud. */
    static Optional<Integer> requestedZone(ActionRequest call) {
        return zone(call.parameters(), call, "ZoneName");
    }

    /** The zone of a node in the list NodeSet; empty if it names none. */
    static Optional<Integer> zoneOf(JsonNode node, ActionRequest call) {
        return zone(node, call, "NodeSet.N.ZoneName");
    }

    /** The zones of new nodes as NodeSet gives them, that of the primary first; empty if the call says nothing of them. */
    static List<Integer> zonesOfNewNodes(ActionRequest call, int replicas) {
        var nodes = call.items("NodeSet");
        if (nodes.isEmpty()) {
            return List.of();
        }
        var primaries = nodes.stream().filter(ZoneParameters::isPrimary).toList();
        if (primaries.size() != 1 || nodes.size() > replicas + 1) {
            throw invalidError(
                    call,
                    "`NodeSet` must hold one primary node and at most " + replicas + " replicas, as many as asked.");
        }
        var primary =
                zoneOf(primaries.get(0), call).or(() -> requestedZone(call)).orElseThrow(() -> missingZoneError(call));
        var zones = new ArrayList<>(List.of(primary));
        nodes.stream()
                .filter(node -> !isPrimary(node))
                .forEach(node -> zones.add(zoneOf(node, call).orElse(primary)));
        return zones;
    }

    static boolean isPrimary(JsonNode node) {
        return node.path("NodeType").intValue() == PRIMARY;
    }

    static ApiError missingZoneError(ActionRequest call) {
        return invalidError(call, "Each node in `NodeSet` needs its zone, in `ZoneId` or `ZoneName`.");
    }

    static ApiError invalidError(ActionRequest call, String message) {
        return call.error(message, "InvalidParameter.InvalidParameter", "InvalidParameterValue");
    }

    private static Optional<Integer> zone(JsonNode object, ActionRequest call, String path) {
        if (object.path("ZoneId").isIntegralNumber()) {
            return Optional.of(object.path("ZoneId").intValue());
        }
        var name = object.path("ZoneName").asText("");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(RegionInfo.zoneNumber(name)
                        .orElseThrow(() -> invalidError(
                                call, "There is no zone `" + path + "`; a zone is called like ap-guangzhou-3.")));
    }
}
