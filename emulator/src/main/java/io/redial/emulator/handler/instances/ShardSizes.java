package io.redial.emulator.handler.instances;

import io.redial.emulator.handler.pricing.ProductOffering;

/** The sizes of a shard that can be bought. */
final class ShardSizes {
    static final int MAX_SHARD_MB = ProductOffering.MAX_SHARD_GB * 1024;

    private static final int STEP_MB = 1024;

    private ShardSizes() {}

    static boolean isWholeGb(long shardMb) {
        return shardMb >= STEP_MB && shardMb % STEP_MB == 0;
    }

    static boolean isOnSale(long shardMb) {
        return isWholeGb(shardMb) && shardMb <= MAX_SHARD_MB;
    }
}
