package io.redial.emulator.behaviour.instances;

import io.redial.emulator.behaviour.sales.Product;

/** The sizes of a shard that can be bought. */
final class Sizes {
    static final int MAX_SHARD_MB = Product.MAX_SHARD_GB * 1024;

    private static final int STEP_MB = 1024;

    private Sizes() {}

    static boolean isWhole(long shardMb) {
        return shardMb >= STEP_MB && shardMb % STEP_MB == 0;
    }

    static boolean onSale(long shardMb) {
        return isWhole(shardMb) && shardMb <= MAX_SHARD_MB;
    }
}
