package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.instance.Access;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Billing;
import io.redial.emulator.instance.Connections;
import io.redial.emulator.instance.Dedication;
import io.redial.emulator.instance.InputMode;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Isolation;
import io.redial.emulator.instance.Membership;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.Network;
import io.redial.emulator.instance.Nodes;
import io.redial.emulator.instance.Primary;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.instance.State;
import io.redial.emulator.instance.Tags;
import io.redial.emulator.instance.Versions;
import io.redial.emulator.instance.Wan;

/** An instance as DescribeInstances shows it: every documented field, the disused ones too. */
final class InstanceRow {
    static final long APP_ID = 1_250_000_001L;

    private InstanceRow() {}

    static ObjectNode of(Instance instance, Cloud cloud, long now) {
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

    private static void identity(ObjectNode row, Instance instance, State state) {
        var label = state.label();
        row.put("InstanceId", instance.id())
                .put("InstanceName", label.name())
                .put("Appid", APP_ID)
                .put("ProjectId", label.projectId())
                .put("ProjectName", label.projectId() == 0 ? "Default project" : "Project " + label.projectId())
                .put("Type", state.type())
                .put("ProductType", state.isCluster() ? "cluster" : "standalone")
                .put("Createtime", CloudTime.text(instance.created()));
        row.putArray("Tags");
        var tags = row.putArray("InstanceTags");
        Tags.of(state).forEach(tag -> tags.addObject().put("TagKey", tag.key()).put("TagValue", tag.value()));
    }

    private static void place(ObjectNode row, Instance instance, State state, Cloud cloud) {
        var address = state.address();
        var network = Network.of(state);
        row.put("Region", cloud.region())
                .put("RegionId", cloud.regionNumber())
                .put("ZoneId", Primary.zone(state))
                .put("VpcId", network.vpcNumber(state))
                .put("SubnetId", network.subnetNumber(state))
                .put("UniqVpcId", network.vpc())
                .put("UniqSubnetId", network.subnet())
                .put("WanIp", address.ip())
                .put("Port", address.port())
                .put("WanAddress", state.feature(Wan.USUAL).address(instance.id()))
                .put("IPv6", "")
                .put("Vip6", "")
                .put("RedisClusterId", state.feature(Dedication.NONE).clusterId())
                .put("DedicatedClusterId", "");
        row.putArray("InstanceNode");
        nodes(row.putArray("NodeSet"), instance.id(), state);
    }

    private static void nodes(ArrayNode nodes, String id, State state) {
        if (!state.place().multiZone()) {
            return;
        }
        var zones = Nodes.zones(state);
        for (var node = 0; node < zones.size(); node++) {
            nodes.addObject()
                    .put("NodeType", node == Primary.of(state) ? 0 : 1)
                    .put("NodeId", Primary.group(id, node))
                    .put("ZoneId", zones.get(node))
                    .put("ZoneName", "");
        }
    }

    private static void state(ObjectNode row, Instance instance, State state, long now) {
        var status = instance.statusAt(now);
        row.put("Status", status)
                .put(
                        "InstanceTitle",
                        status == 1 ? "Being processed" : state.life().text())
                .put("SubStatus", 0)
                .put("NoAuth", state.feature(Access.USUAL).isPasswordFree())
                .put("SlaveReadWeight", state.feature(ReplicaReads.USUAL).weight())
                .put("MonitorVersion", "5s")
                .put("BackupMode", state.feature(BackupPlan.USUAL).mode());
    }

    private static void size(ObjectNode row, Memory memory) {
        row.put("Size", (double) memory.totalMb())
                .put("RedisShardSize", memory.shardMb())
                .put("RedisShardNum", memory.shards())
                .put("RedisReplicasNum", memory.replicas())
                .put("DiskSize", 0);
    }

    private static void connections(ObjectNode row, State state) {
        var connections = state.feature(Connections.USUAL);
        row.put("ClientLimit", connections.clientLimit())
                .put("ClientLimitMin", Connections.MIN_CLIENTS)
                .put("ClientLimitMax", Connections.maxClients(state))
                .put("NetLimit", Connections.BASE_MB + connections.addedMb());
    }

    private static void billing(ObjectNode row, State state, long now) {
        var billing = state.feature(Billing.USUAL).at(now);
        var isolation = state.feature(Isolation.NONE);
        row.put("BillingMode", billing.mode())
                .put("AutoRenewFlag", billing.autoRenew() == Billing.RENEWS_ITSELF ? 1 : 0)
                .put("PriceId", 1_000_848)
                .put("DeadlineTime", time(billing.deadline()))
                .put("OfflineTime", isolation.since() == 0 ? CloudTime.NONE : time(isolation.ends(billing)))
                .put("CloseTime", time(isolation.since()));
    }

    private static String time(long millis) {
        return millis == 0 ? CloudTime.NONE : CloudTime.text(millis);
    }

    private static void versions(ObjectNode row, String id, State state) {
        row.put("Engine", state.isCkv() ? "CKV" : "Redis")
                .put("ProductVersion", state.feature(Dedication.NONE).edition())
                .put("CurrentProxyVersion", Versions.proxy(id, state))
                .put(
                        "CurrentRedisVersion",
                        state.feature(Membership.NONE).isMember()
                                ? state.version() + ".100"
                                : Versions.redis(id, state))
                .put("UpgradeProxyVersion", Versions.newerProxy(id, state))
                .put("UpgradeRedisVersion", Versions.newerRedis(id, state));
    }

    private static void internal(ObjectNode row, State state) {
        row.put("DtsStatus", 0)
                .put("PasswordFree", state.feature(Access.USUAL).isPasswordFree() ? 1 : 0)
                .put("ReadOnly", state.feature(InputMode.USUAL).readOnly() ? 1 : 0)
                .put("RemainBandwidthDuration", "")
                .put("PolarisServer", "");
    }
}
