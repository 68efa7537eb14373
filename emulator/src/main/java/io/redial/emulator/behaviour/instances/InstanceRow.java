package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Json;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.instance.BackupPlan;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.State;

/** An instance as DescribeInstances shows it: every documented field, the disused ones too. */
final class InstanceRow {
    static final String TAG_KEY = "env";
    static final String PRODUCT_VERSION = "local";

    private static final long APP_ID = 1_250_000_001L;
    private static final int FIRST_VPC = 75_100;
    private static final int FIRST_SUBNET = 46_300;

    private InstanceRow() {}

    static ObjectNode of(Instance instance, Cloud cloud, long now) {
        var row = Json.object();
        var state = instance.stateAt(now);
        identity(row, instance, state);
        place(row, instance, state, cloud);
        state(row, instance, state, now);
        size(row, state.memory());
        billing(row);
        versions(row, state);
        internal(row);
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
        row.putArray("InstanceTags").addObject().put("TagKey", TAG_KEY).put("TagValue", label.environment());
    }

    private static void place(ObjectNode row, Instance instance, State state, Cloud cloud) {
        var address = state.address();
        row.put("Region", cloud.region())
                .put("RegionId", cloud.regionNumber())
                .put("ZoneId", state.place().zoneId())
                .put("VpcId", FIRST_VPC + address.network())
                .put("SubnetId", FIRST_SUBNET + address.network())
                .put("UniqVpcId", address.vpc())
                .put("UniqSubnetId", address.subnet())
                .put("WanIp", address.ip())
                .put("Port", address.port())
                .put("WanAddress", "")
                .put("IPv6", "")
                .put("Vip6", "")
                .put("RedisClusterId", "")
                .put("DedicatedClusterId", "");
        row.putArray("InstanceNode");
        nodes(row.putArray("NodeSet"), instance.id(), state);
    }

    private static void nodes(ArrayNode nodes, String id, State state) {
        if (!state.place().multiZone()) {
            return;
        }
        for (var node = 0; node <= state.memory().replicas(); node++) {
            nodes.addObject()
                    .put("NodeType", node == 0 ? 0 : 1)
                    .put("NodeId", 300_000 + Math.floorMod(id.hashCode(), 100_000) * 8 + node)
                    .put("ZoneId", state.place().zoneId() + node)
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
                .put("NoAuth", true)
                .put("SlaveReadWeight", 0)
                .put("MonitorVersion", "5s")
                .put("BackupMode", state.feature(BackupPlan.USUAL).mode());
    }

    private static void size(ObjectNode row, Memory memory) {
        row.put("Size", (double) memory.totalMb())
                .put("RedisShardSize", memory.shardMb())
                .put("RedisShardNum", memory.shards())
                .put("RedisReplicasNum", memory.replicas())
                .put("ClientLimit", 10_000)
                .put("ClientLimitMin", 10_000)
                .put("ClientLimitMax", 40_000)
                .put("NetLimit", 96)
                .put("DiskSize", 0);
    }

    private static void billing(ObjectNode row) {
        row.put("BillingMode", 0)
                .put("AutoRenewFlag", 0)
                .put("PriceId", 1_000_848)
                .put("DeadlineTime", CloudTime.NONE)
                .put("OfflineTime", CloudTime.NONE)
                .put("CloseTime", CloudTime.NONE);
    }

    private static void versions(ObjectNode row, State state) {
        row.put("Engine", "Redis")
                .put("ProductVersion", PRODUCT_VERSION)
                .put("CurrentProxyVersion", "5.8.0")
                .put("CurrentRedisVersion", state.version() + ".0")
                .put("UpgradeProxyVersion", "")
                .put("UpgradeRedisVersion", "");
    }

    private static void internal(ObjectNode row) {
        row.put("DtsStatus", 0)
                .put("PasswordFree", 1)
                .put("ReadOnly", 0)
                .put("RemainBandwidthDuration", "")
                .put("PolarisServer", "");
    }
}
