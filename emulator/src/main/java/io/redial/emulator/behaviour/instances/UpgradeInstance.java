package io.redial.emulator.behaviour.instances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.behaviour.Behaviour;
import io.redial.emulator.behaviour.Targets;
import io.redial.emulator.behaviour.Work;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;
import io.redial.emulator.instance.Instance;
import io.redial.emulator.instance.Life;
import io.redial.emulator.instance.Memory;

final class UpgradeInstance implements Behaviour {
    private static final int MAX_SHARDS = 128;
    private static final int MAX_REPLICAS = 5;

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        var instance = Targets.idle(Life.RUNNING, call, cloud);
        var memory = instance.memoryAt(cloud.now());
        var shardMb = call.number("MemSize", 0);
        var shards = call.number("RedisShardNum", memory.shards());
        var replicas = call.number("RedisReplicasNum", memory.replicas());
        size(call, memory, shardMb);
        nodes(call, instance, memory, shards, replicas);
        oneAtATime(call, memory, shardMb, shards, replicas);
        var cents = Math.max(0, Prices.cents(shardMb * shards - memory.totalMb()));
        return Work.order(
                call,
                cloud,
                instance,
                cents,
                state -> state.with(state.memory().resized((int) shardMb, (int) shards, (int) replicas)));
    }

    private static void size(Call call, Memory memory, long shardMb) {
        if (!Sizes.isWhole(shardMb)) {
            throw call.refusal(
                    "The capacity is not on sale; it must be a multiple of 1024 MB.", "LimitExceeded.InvalidMemSize");
        }
        if (!Sizes.onSale(shardMb)) {
            throw call.refusal(
                    "The capacity is outside the range on sale, at most " + Sizes.MAX_SHARD_MB + " MB.",
                    "InvalidParameterValue.MemSizeNotInRange");
        }
        if (shardMb < memory.shardMb() && shardMb * 10 < memory.usedMb() * 13L) {
            throw call.refusal(
                    "The capacity is too small: a shard must hold at least 1.3 times the memory in use.",
                    "InvalidParameterValue.ReduceCapacityNotAllowed");
        }
    }

    private static void nodes(Call call, Instance instance, Memory memory, long shards, long replicas) {
        if (shards != memory.shards() && !instance.state().isCluster()) {
            throw call.refusal("Only cluster instances have shards.", "InvalidParameterValue.UnSupportedType");
        }
        if (shards < 1 || shards > MAX_SHARDS || replicas < 1 || replicas > MAX_REPLICAS) {
            throw call.refusal("There is no such specification.", "InvalidParameterValue.SpecNotExist");
        }
    }

    private static void oneAtATime(Call call, Memory memory, long shardMb, long shards, long replicas) {
        var changes = (shardMb == memory.shardMb() ? 0 : 1)
                + (shards == memory.shards() ? 0 : 1)
                + (replicas == memory.replicas() ? 0 : 1);
        if (changes > 1) {
            throw call.refusal(
                    "Shard size, shard count and replica count are changed one at a time.",
                    "InvalidParameter.InvalidParameter");
        }
    }
}
