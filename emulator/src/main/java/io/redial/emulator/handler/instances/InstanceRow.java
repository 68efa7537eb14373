package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.ApiTime;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.handler.Json;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.ConnectionLimits;
import io.redial.emulator.instance.DedicatedCluster;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.GroupMembership;
import io.redial.emulator.instance.InstanceAccounts;
import io.redial.emulator.instance.InstanceNetwork;
import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.NodePlacement;
import io.redial.emulator.instance.PrimaryNode;
import io.redial.emulator.instance.ReadOnlyMode;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.instance.SoftwareVersions;
import io.redial.emulator.instance.Tags;
import io.redial.emulator.instance.Wan;

/** An instance as DescribeInstances shows it: every documented field, the disused ones too. */
final class InstanceRow {
    static final long APP_ID = 1_250_000_001L;

    private InstanceRow() {}

    static ObjectNode of(EmulatedInstance instance, Cloud cloud, long now) {
        var row = Json.object();
        var state = instance.stateAt(now);
        identity(row, instance, state);
        place(row, instance, state, cloud);
        state(row, instance, state, now);
        size(row, state.memory());
        connections(row, state);
        billing(row, state, now);
        versions(row, instance.id(), state);
        internal(row, state);
        return row;
    }

    private static void identity(ObjectNode row, EmulatedInstance instance, InstanceState state) {
        var label = state.metadata();
        row.put("InstanceId", instance.id())
                .put("InstanceName", label.name())
                .put("Appid", APP_ID)
                .put("ProjectId", label.projectId())
                .put("ProjectName", label.projectId() == 0 ? "Default project" : "Project " + label.projectId())
                .put("Type", state.type())
                .put("ProductType", state.isCluster() ? "cluster" : "standalone")
                .put("Createtime", ApiTime.format(instance.created()));
        row.putArray("Tags");
        var tags = row.putArray("InstanceTags");
        Tags.of(state).forEach(tag -> tags.addObject().put("TagKey", tag.key()).put("TagValue", tag.value()));
    }

    private static void place(ObjectNode row, EmulatedInstance instance, InstanceState state, Cloud cloud) {
        var address = state.address();
        var network = InstanceNetwork.of(state);
        row.put("Region", cloud.region())
                .put("RegionId", cloud.regionNumber())
                .put("ZoneId", PrimaryNode.zone(state))
                .put("VpcId", network.vpcNumber(state))
                .put("SubnetId", network.subnetNumber(state))
                .put("UniqVpcId", network.vpc())
                .put("UniqSubnetId", network.subnet())
                .put("WanIp", address.ip())
                .put("Port", address.port())
                .put("WanAddress", state.feature(Wan.DEFAULT).address(instance.id()))
                .put("IPv6", "")
                .put("Vip6", "")
                .put("RedisClusterId", state.feature(DedicatedCluster.NONE).clusterId())
                .put("DedicatedClusterId", "");
        row.putArray("InstanceNode");
        nodes(row.putArray("NodeSet"), instance.id(), state);
    }

    private static void nodes(ArrayNode nodes, String id, InstanceState state) {
        if (!state.placement().multiZone()) {
            return;
        }
        var zones = NodePlacement.zonesOf(state);
        for (var node = 0; node < zones.size(); node++) {
            nodes.addObject()
                    .put("NodeType", node == PrimaryNode.of(state) ? 0 : 1)
                    .put("NodeId", PrimaryNode.groupId(id, node))
                    .put("ZoneId", zones.get(node))
                    .put("ZoneName", "");
        }
    }

    private static void state(ObjectNode row, EmulatedInstance instance, InstanceState state, long now) {
        var status = instance.statusAt(now);
        row.put("Status", status)
                .put(
                        "InstanceTitle",
                        status == 1 ? "Being processed" : state.lifecycleState().text())
                .put("SubStatus", 0)
                .put("NoAuth", state.feature(InstanceAccounts.DEFAULT).isPasswordFree())
                .put("SlaveReadWeight", state.feature(ReplicaReads.DEFAULT).weight())
                .put("MonitorVersion", "5s")
                .put("BackupMode", state.feature(BackupPlan.DEFAULT).mode());
    }

    private static void size(ObjectNode row, Memory memory) {
        row.put("Size", (double) memory.totalMb())
                .put("RedisShardSize", memory.shardMb())
                .put("RedisShardNum", memory.shards())
                .put("RedisReplicasNum", memory.replicas())
                .put("DiskSize", 0);
    }

    private static void connections(ObjectNode row, InstanceState state) {
        var connections = state.feature(ConnectionLimits.DEFAULT);
        row.put("ClientLimit", connections.clientLimit())
                .put("ClientLimitMin", ConnectionLimits.MIN_CLIENTS)
                .put("ClientLimitMax", ConnectionLimits.maxClients(state))
                .put("NetLimit", ConnectionLimits.BASE_MB + connections.addedMb());
    }

    private static void billing(ObjectNode row, InstanceState state, long now) {
        var billing = state.feature(Billing.DEFAULT).asOf(now);
        var isolation = state.feature(Isolation.NONE);
        row.put("BillingMode", billing.mode())
                .put("AutoRenewFlag", billing.autoRenew() == Billing.AUTO_RENEW ? 1 : 0)
                .put("PriceId", 1_000_848)
                .put("DeadlineTime", time(billing.paidUntil()))
                .put("OfflineTime", isolation.since() == 0 ? ApiTime.NONE : time(isolation.deletionTime(billing)))
                .put("CloseTime", time(isolation.since()));
    }

    private static String time(long millis) {
        return millis == 0 ? ApiTime.NONE : ApiTime.format(millis);
    }

    private static void versions(ObjectNode row, String id, InstanceState state) {
        row.put("Engine", state.isCkv() ? "CKV" : "Redis")
                .put("ProductVersion", state.feature(DedicatedCluster.NONE).edition())
                .put("CurrentProxyVersion", SoftwareVersions.proxy(id, state))
                .put(
                        "CurrentRedisVersion",
                        state.feature(GroupMembership.NONE).isMember()
                                ? state.version() + ".100"
                                : SoftwareVersions.redis(id, state))
                .put("UpgradeProxyVersion", SoftwareVersions.newerProxy(id, state))
                .put("UpgradeRedisVersion", SoftwareVersions.newerRedis(id, state));
    }

    private static void internal(ObjectNode row, InstanceState state) {
        row.put("DtsStatus", 0)
                .put("PasswordFree", state.feature(InstanceAccounts.DEFAULT).isPasswordFree() ? 1 : 0)
                .put("ReadOnly", state.feature(ReadOnlyMode.DEFAULT).readOnly() ? 1 : 0)
                .put("RemainBandwidthDuration", "")
                .put("PolarisServer", "");
    }
}
