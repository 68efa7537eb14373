package io.redial.emulator.handler.instances;

import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Memory;
import io.redial.emulator.protocol.ActionRequest;

/** The size that UpgradeInstance and the question for its price ask for. */
final class TargetSize {
    private static final int MAX_SHARDS = 128;
    private static final int MAX_REPLICAS = 5;

    private TargetSize() {}

    static Memory of(ActionRequest call, InstanceState state) {
        var memory = state.memory();
        var shardMb = call.number("MemSize", 0);
        var shards = call.number("RedisShardNum", memory.shards());
        var replicas = call.number("RedisReplicasNum", memory.replicas());
        size(call, memory, shardMb);
        nodes(call, state, shards, replicas);
        oneAtATime(call, memory, shardMb, shards, replicas);
        return memory.resized((int) shardMb, (int) shards, (int) replicas);
    }

    private static void size(ActionRequest call, Memory memory, long shardMb) {
        if (!ShardSizes.isWholeGb(shardMb)) {
            throw call.error(
                    "The capacity is not on sale; it must be a multiple of 1024 MB.",
                    "LimitExceeded.InvalidMemSize",
                    "LimitExceeded.MemSizeNotInRange");
        }
        if (!ShardSizes.isOnSale(shardMb)) {
            throw call.error(
                    "The capacity is outside the range on sale, at most " + ShardSizes.MAX_SHARD_MB + " MB.",
                    "InvalidParameterValue.MemSizeNotInRange",
                    "LimitExceeded.MemSizeNotInRange");
        }
        if (shardMb < memory.shardMb() && shardMb * 10 < memory.usedMb() * 13L) {
            throw call.error(
                    "The capacity is too small: a shard must hold at least 1.3 times the memory in use.",
                    "InvalidParameterValue.ReduceCapacityNotAllowed");
        }
    }

    private static void nodes(ActionRequest call, InstanceState state, long shards, long replicas) {
        if (shards != state.memory().shards() && !state.isCluster()) {
            throw call.error(
                    "Only cluster instances have shards.",
                    "InvalidParameterValue.UnSupportedType",
                    "InvalidParameterValue.SpecNotExist");
        }
        if (shards < 1 || shards > MAX_SHARDS || replicas < 1 || replicas > MAX_REPLICAS) {
            throw call.error("There is no such specification.", "InvalidParameterValue.SpecNotExist");
        }
    }

    private static void oneAtATime(ActionRequest call, Memory memory, long shardMb, long shards, long replicas) {
        var changes = (shardMb == memory.shardMb() ? 0 : 1)
                + (shards == memory.shards() ? 0 : 1)
                + (replicas == memory.replicas() ? 0 : 1);
        if (changes > 1) {
            throw call.error(
                    "Shard size, shard count and replica count are changed one at a time.",
                    "InvalidParameter.InvalidParameter");
        }
    }
}
