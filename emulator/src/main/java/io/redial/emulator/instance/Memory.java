package io.redial.emulator.instance;

/**
 * How large an instance is and how full.
 *
 * @param shardMb size of a shard in MB
 * @param shards number of shards
 * @param replicas number of replicas of each shard
 * @param usedMb what is in use of each shard, in MB
 */
public record Memory(int shardMb, int shards, int replicas, int usedMb) {

    /** The capacity of all shards together, in MB. */
    public int totalMb() {
        return shardMb * shards;
    }

    /** What is in use of all shards together, in MB. */
    public int totalUsedMb() {
        return usedMb * shards;
    }

    /** The same size with that much data, in MB, spread over the shards. */
    public Memory withDataMb(int dataMb) {
        return new Memory(shardMb, shards, replicas, (dataMb + shards - 1) / shards);
    }

    /** The same data in another size. */
    public Memory resized(int newShardMb, int newShards, int newReplicas) {
        return new Memory(newShardMb, newShards, newReplicas, usedMb);
    }

    /** The same size without data. */
    public Memory cleared() {
        return new Memory(shardMb, shards, replicas, 0);
    }
}
