package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.CloudTime;
import io.redial.emulator.cloud.Instance;

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
        identity(row, instance);
        place(row, instance, cloud);
        state(row, instance, now);
        size(row, instance, now);
        billing(row);
        versions(row, instance);
        internal(row);
        return row;
    }

    private static void identity(ObjectNode row, Instance instance) {
        row.put("InstanceId", instance.id())
                .put("InstanceName", instance.name())
                .put("Appid", APP_ID)
                .put("ProjectId", instance.projectId())
                .put("ProjectName", instance.projectId() == 0 ? "Default project" : "Project " + instance.projectId())
                .put("Type", instance.type())
                .put("ProductType", instance.isCluster() ? "cluster" : "standalone")
                .put("Createtime", CloudTime.text(instance.created()));
        row.putArray("Tags");
        row.putArray("InstanceTags").addObject().put("TagKey", TAG_KEY).put("TagValue", instance.environment());
    }

    private static void place(ObjectNode row, Instance instance, Cloud cloud) {
        var place = instance.place();
        row.put("Region", cloud.region())
                .put("RegionId", cloud.regionNumber())
                .put("ZoneId", place.zoneId())
                .put("VpcId", FIRST_VPC + place.network())
                .put("SubnetId", FIRST_SUBNET + place.network())
                .put("UniqVpcId", place.vpc())
                .put("UniqSubnetId", place.subnet())
                .put("WanIp", place.ip())
                .put("Port", 6379)
                .put("WanAddress", "")
                .put("IPv6", "")
                .put("Vip6", "")
                .put("RedisClusterId", "")
                .put("DedicatedClusterId", "");
        row.putArray("InstanceNode");
        nodes(row.putArray("NodeSet"), instance);
    }

    private static void nodes(ArrayNode nodes, Instance instance) {
        if (!instance.place().multiZone()) {
            return;
        }
        for (var node = 0; node <= instance.state().memory().replicas(); node++) {
            nodes.addObject()
                    .put("NodeType", node == 0 ? 0 : 1)
                    .put("NodeId", 300_000 + Math.floorMod(instance.id().hashCode(), 100_000) * 8 + node)
                    .put("ZoneId", instance.place().zoneId() + node)
                    .put("ZoneName", "");
        }
    }

    private static void state(ObjectNode row, Instance instance, long now) {
        var status = instance.statusAt(now);
        row.put("Status", status)
                .put(
                        "InstanceTitle",
                        status == 1 ? "Being processed" : instance.lifeAt(now).text())
                .put("SubStatus", 0)
                .put("NoAuth", true)
                .put("SlaveReadWeight", 0)
                .put("MonitorVersion", "5s")
                .put("BackupMode", "NormalLevelBackup");
    }

    private static void size(ObjectNode row, Instance instance, long now) {
        var memory = instance.memoryAt(now);
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

    private static void versions(ObjectNode row, Instance instance) {
        row.put("Engine", "Redis")
                .put("ProductVersion", PRODUCT_VERSION)
                .put("CurrentProxyVersion", "5.8.0")
                .put("CurrentRedisVersion", instance.version() + ".0")
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
