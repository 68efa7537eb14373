package io.redial.emulator.handler.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.InstanceSpec;
import io.redial.emulator.handler.ActionHandler;
import io.redial.emulator.handler.pricing.DedicatedClusters;
import io.redial.emulator.handler.pricing.ProductOffering;
import io.redial.emulator.instance.DedicatedCluster;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.ReplicaReads;
import io.redial.emulator.protocol.ActionRequest;
import java.util.List;

final class CreateInstances implements ActionHandler {
    @Override
    public ObjectNode handle(ActionRequest call, Cloud cloud) {
        var product = ProductOffering.of((int) call.number("TypeId", 0));
        var memory = memory(product, call);
        var dedication = dedication(call, cloud);
        var reads = reads(product, call);
        var details = NewInstanceOptions.of(call, cloud, memory.replicas());
        var wanted = new InstanceSpec(
                call.text("InstanceName").map(name -> InstanceNames.requireValid(name, "InstanceName", call)),
                product.type(),
                ZoneParameters.requestedZone(call),
                (int) call.number("ProjectId", 0),
                memory,
                state -> details.apply(state).with(dedication).with(reads));
        return NewInstanceOrder.place(wanted, ProductOffering.MAX_ORDER_QUANTITY, call, cloud);
    }

    /** What is to be bought, also when only its price is asked for. */
    static Memory memory(ProductOffering product, ActionRequest call) {
        var shardMb = call.number("MemSize", 0);
        if (!ShardSizes.isOnSale(shardMb)) {
            throw call.error(
                    "The capacity is not on sale; it must be a multiple of 1024 MB, at most " + ShardSizes.MAX_SHARD_MB
                            + " MB.",
                    "LimitExceeded.InvalidMemSize",
                    "InvalidParameterValue.SpecNotExist");
        }
        var shards = (int) call.number("RedisShardNum", 1);
        var replicas = (int) call.number("RedisReplicasNum", 1);
        if (!product.shards().contains(shards) && shards != 1) {
            throw call.error(
                    "There is no such number of shards; DescribeProductInfo lists those on sale.",
                    "InvalidParameterValue.SpecNotExist");
        }
        if (!product.replicas().contains(replicas)) {
            throw call.error(
                    "There is no such number of replicas; DescribeProductInfo lists those on sale.",
                    "InvalidParameterValue.SpecNotExist");
        }
        return new Memory((int) shardMb, shards, replicas, 0);
    }

    private static ReplicaReads reads(ProductOffering product, ActionRequest call) {
        if (!call.parameters().path("ReplicasReadonly").booleanValue()) {
            return ReplicaReads.DEFAULT;
        }
        if (!product.replicasRead()) {
            throw call.error(
                    "The replicas of this type serve no reads; leave `ReplicasReadonly` out.", "UnsupportedOperation");
        }
        return new ReplicaReads(true, List.of(ReplicaReads.REPLICAS));
    }

    private static DedicatedCluster dedication(ActionRequest call, Cloud cloud) {
        return switch (call.text("ProductVersion").orElse("local")) {
            case "cloud" ->
                throw call.error("The edition `cloud` is not available at present.", "UnsupportedOperation");
            case "cdc" -> {
                var id = call.text("RedisClusterId").orElse("");
                if (id.isEmpty()) {
                    throw call.error(
                            "An instance on a dedicated cluster needs its `RedisClusterId`.",
                            "InvalidParameter.EmptyParam");
                }
                if (!DedicatedClusters.exists(id, cloud)) {
                    throw call.error(
                            "There is no such dedicated cluster; DescribeRedisClusters lists them.",
                            "ResourceNotFound");
                }
                yield new DedicatedCluster(id);
            }
            default -> DedicatedCluster.NONE;
        };
    }
}
