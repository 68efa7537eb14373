package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.RegionInfo;
import io.redial.emulator.handler.InstanceResolver;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.protocol.ActionRequest;
import java.util.LinkedHashSet;

/** The nodes and shards behind an instance, in three lists that agree with each other. */
final class TopologyActions {
    private static final int PROXIES_PER_ZONE = 3;
    private static final String PRIMARY = "master";

    private TopologyActions() {}

    /** Every process: the proxies, at least three for each zone, and the nodes of every shard. */
    static ObjectNode nodes(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var state = instance.stateAt(cloud.now());
        var zones = NodePlacement.zonesOf(state);
        var answer = Json.object();
        var proxies = answer.putArray("Proxy");
        var perZone = Math.max(PROXIES_PER_ZONE, state.memory().shards());
        for (var zone : new LinkedHashSet<>(zones)) {
            for (var proxy = 0; proxy < perZone; proxy++) {
                proxies.addObject()
                        .put("NodeId", NodeIds.proxy(instance.id(), proxies.size()))
                        .put("ZoneId", zone);
            }
        }
        var redis = answer.putArray("Redis");
        for (var shard = 0; shard < state.memory().shards(); shard++) {
            for (var node = 0; node < zones.size(); node++) {
                redis.addObject()
                        .put("NodeId", NodeIds.redis(instance.id(), shard, node))
                        .put("NodeRole", node == PrimaryNode.of(state) ? PRIMARY : "slave")
                        .put("ClusterId", shard)
                        .put("ZoneId", zones.get(node));
            }
        }
        answer.put("ProxyCount", proxies.size())
                .put("RedisCount", redis.size())
                .put("TendisCount", 0)
                .putArray("Tendis");
        return answer;
    }

    /** The nodes of each shard of a cluster; one without shards is refused. */
    static ObjectNode shards(ActionRequest call, Cloud cloud) {
        var instance = InstanceResolver.resolve(call, cloud);
        var state = instance.stateAt(cloud.now());
        if (!state.isCluster()) {
            throw call.error(
                    "Only cluster instances have shards; DescribeInstanceZoneInfo lists the nodes of the others.",
                    "InvalidParameterValue.UnSupportedType");
        }
        var primaryOnly = call.parameters().path("FilterSlave").booleanValue();
        var answer = Json.object();
        var rows = answer.putArray("InstanceShards");
        for (var shard = 0; shard < state.memory().shards(); shard++) {
            for (var node = 0; node <= state.memory().replicas(); node++) {
                if (node == PrimaryNode.of(state) || !primaryOnly) {
                    rows.add(shard(instance, state, shard, node));
                }
            }
        }
        return answer.put("TotalCount", rows.size());
    }

    private static ObjectNode shard(EmulatedInstance instance, InstanceState state, int shard, int node) {
        var holds = Shard.of(state, shard);
        var id = NodeIds.redis(instance.id(), shard, node);
        return Json.object()
                .put("ShardName", "%s-%03d-%02d".formatted(instance.id(), shard + 1, node + 1))
                .put("ShardId", Integer.toString(shard + 1))
                .put("Role", node == PrimaryNode.of(state) ? 0 : 1)
                .put("Keys", holds.keys())
                .put("Slots", "[\"" + holds.slots() + "\"]")
                .put("Storage", holds.bytes())
                .put("StorageSlope", 0.0)
                .put("Runid", id)
                .put("RunId", id)
                .put("Connected", 1);
    }

    /** The node groups: the primary with all shards, and each of its replicas. */
    static ObjectNode groups(ActionRequest call, Cloud cloud) {
        if (!call.has("InstanceId")) {
            throw call.error("Name an instance in `InstanceId`.", "InvalidParameter.EmptyParam");
        }
        var instance = InstanceResolver.resolve(call, cloud);
        var state = instance.stateAt(cloud.now());
        var zones = NodePlacement.zonesOf(state);
        var answer = Json.object().put("TotalCount", zones.size());
        var groups = answer.putArray("ReplicaGroups");
        for (var node = 0; node < zones.size(); node++) {
            var role = node == PrimaryNode.of(state) ? PRIMARY : "replica";
            var group = groups.addObject()
                    .put("GroupId", PrimaryNode.groupId(instance.id(), node))
                    .put("GroupName", role.equals(PRIMARY) ? "" : "ng-" + node)
                    .put("ZoneId", RegionInfo.zoneName(zones.get(node)))
                    .put("Role", role);
            var members = group.putArray("RedisNodes");
            for (var shard = 0; shard < state.memory().shards(); shard++) {
                var holds = Shard.of(state, shard);
                members.addObject()
                        .put("Keys", holds.keys())
                        .put("Slot", role.equals(PRIMARY) ? holds.slots() : "")
                        .put("NodeId", NodeIds.redis(instance.id(), shard, node))
                        .put("Status", "normal")
                        .put("Role", role);
            }
        }
        return answer;
    }
}
