package io.redial.emulator.handler.instances;

import io.redial.emulator.instance.InstanceState;

/**
 * What one shard of an instance holds. The data are spread evenly, and a key takes a kilobyte.
 *
 * @param slots its slots, for example {@code 0-5460}
 * @param bytes how much it holds
 * @param keys how many keys it holds
 */
record Shard(String slots, long bytes, long keys) {
    private static final int SLOTS = 16_384;
    private static final long BYTES_PER_MB = 1024 * 1024;
    private static final int BYTES_PER_KEY = 1024;

    /** The shard with that number, counted from 0. */
    static Shard of(InstanceState state, int number) {
        var shards = state.memory().shards();
        var slots = SLOTS * number / shards + "-" + (SLOTS * (number + 1) / shards - 1);
        var bytes = state.memory().usedMb() * BYTES_PER_MB;
        return new Shard(slots, bytes, bytes / BYTES_PER_KEY);
    }
}
