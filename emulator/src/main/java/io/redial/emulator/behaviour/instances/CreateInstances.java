package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.sales.Product;
import io.redial.emulator.behaviour.sales.RedisClusters;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.cloud.Specification;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Dedication;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.instance.ReplicaReads;
import java.util.List;

final class CreateInstances implements Behaviour {
    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var product = Product.of((int) call.number("TypeId", 0));
        var memory = memory(product, call);
        var dedication = dedication(call, cloud);
        var reads = reads(product, call);
        var details = Details.of(call, cloud, memory.replicas());
        var wanted = new Specification(
                call.text("InstanceName").map(name -> Names.checked(name, "InstanceName", call)),
                product.type(),
                Zones.wanted(call),
                (int) call.number("ProjectId", 0),
                memory,
                state -> details.apply(state).with(dedication).with(reads));
        return NewInstances.order(wanted, Product.MAX_BUY, call, cloud);
    }

    /** What is to be bought, also when only its price is asked for. */
    static Memory memory(Product product, Call call) {
        var shardMb = call.number("MemSize", 0);
        if (!Sizes.onSale(shardMb)) {
            throw call.refusal(
                    "The capacity is not on sale; it must be a multiple of 1024 MB, at most " + Sizes.MAX_SHARD_MB
                            + " MB.",
                    "LimitExceeded.InvalidMemSize",
                    "InvalidParameterValue.SpecNotExist");
        }
        var shards = (int) call.number("RedisShardNum", 1);
        var replicas = (int) call.number("RedisReplicasNum", 1);
        if (!product.shards().contains(shards) && shards != 1) {
            throw call.refusal(
                    "There is no such number of shards; DescribeProductInfo lists those on sale.",
                    "InvalidParameterValue.SpecNotExist");
        }
        if (!product.replicas().contains(replicas)) {
            throw call.refusal(
                    "There is no such number of replicas; DescribeProductInfo lists those on sale.",
                    "InvalidParameterValue.SpecNotExist");
        }
        return new Memory((int) shardMb, shards, replicas, 0);
    }

    private static ReplicaReads reads(Product product, Call call) {
        if (!call.parameters().path("ReplicasReadonly").booleanValue()) {
            return ReplicaReads.USUAL;
        }
        if (!product.replicasRead()) {
            throw call.refusal(
                    "The replicas of this type serve no reads; leave `ReplicasReadonly` out.", "UnsupportedOperation");
        }
        return new ReplicaReads(true, List.of(ReplicaReads.REPLICAS));
    }

    private static Dedication dedication(Call call, Cloud cloud) {
        return switch (call.text("ProductVersion").orElse("local")) {
            case "cloud" ->
                throw call.refusal("The edition `cloud` is not available at present.", "UnsupportedOperation");
            case "cdc" -> {
                var id = call.text("RedisClusterId").orElse("");
                if (id.isEmpty()) {
                    throw call.refusal(
                            "An instance on a dedicated cluster needs its `RedisClusterId`.",
                            "InvalidParameter.EmptyParam");
                }
                if (!RedisClusters.exists(id, cloud)) {
                    throw call.refusal(
                            "There is no such dedicated cluster; DescribeRedisClusters lists them.",
                            "ResourceNotFound");
                }
                yield new Dedication(id);
            }
            default -> Dedication.NONE;
        };
    }
}
