package io.redial.emulator.aliyun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.instance.EmulatedInstance;
import io.redial.emulator.instance.InstanceNetwork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What an instance is like, and whether something is being done to it. */
final class DescribeInstanceAttribute implements KvStoreActionHandler {
    @Override
    public ObjectNode handle(KvStoreRequest call, Cloud cloud) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Instances").putArray("DBInstanceAttribute").add(attributes(call.instance(cloud), cloud));
        return answer;
    }

    private static ObjectNode attributes(EmulatedInstance instance, Cloud cloud) {
        var now = cloud.now();
        var state = instance.stateAt(now);
        var memory = state.memory();
        var name = InstanceClass.of(memory, state.isCluster()).name();
        return JsonNodeFactory.instance
                .objectNode()
                .put("InstanceId", KvStoreRequest.instanceId(instance))
                .put("InstanceName", state.metadata().name())
                .put("InstanceStatus", status(instance, now))
                .put("InstanceClass", name)
                .put("RealInstanceClass", name)
                .put("Capacity", memory.totalMb())
                .put("ShardCount", memory.shards())
                .put("ArchitectureType", state.isCluster() ? "cluster" : "standard")
                .put("InstanceType", "Redis")
                .put("EngineVersion", state.version())
                .put("ChargeType", "PostPaid")
                .put("HasRenewChangeOrder", "false")
                .put("RegionId", cloud.region())
                .put("ZoneId", cloud.region() + "-" + state.placement().zoneId())
                .put("NetworkType", "VPC")
                .put("VpcId", InstanceNetwork.of(state).vpc())
                .put("VSwitchId", InstanceNetwork.of(state).subnet())
                .put("PrivateIp", state.address().ip())
                .put("Port", state.address().port())
                .put(
                        "CreateTime",
                        Instant.ofEpochMilli(instance.created())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    private static String status(EmulatedInstance instance, long now) {
        return switch (instance.lifecycleStateAt(now)) {
            case NEW -> "Creating";
            case RUNNING -> instance.isBusyAt(now) ? "Changing" : "Normal";
            case ISOLATED -> "Inactive";
            case GONE -> "Released";
        };
    }
}
