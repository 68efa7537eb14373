package io.redial.emulator.handler.pricing;

import io.redial.emulator.instance.InstanceState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A type of instance as it is sold.
 *
 * @param type its number
 * @param engine {@code Redis} or {@code CKV}
 * @param version the version of its engine
 * @param shards the numbers of shards on sale
 * @param replicas the numbers of replicas on sale
 * @param replicasRead whether replicas can serve reads
 */
public record ProductOffering(
        int type, String engine, String version, List<Integer> shards, List<Integer> replicas, boolean replicasRead) {
    /** The most instances in one order. */
    public static final int MAX_ORDER_QUANTITY = 100;

    /** The largest shard in GB; every whole number up to it is on sale. */
    public static final int MAX_SHARD_GB = 64;

    private static final List<Integer> CLUSTER_SHARDS = List.of(1, 3, 5, 8, 12, 16, 24, 32, 40, 48, 64, 80, 96, 128);
    private static final List<Integer> REPLICAS = List.of(1, 2, 3, 4, 5);
    private static final int FIRST_WITH_READING_REPLICAS = 6;
    private static final int CKV = 3;
    private static final int CKV_CLUSTER = 4;

    /** The product of that type; nothing is known of the type that its number does not say. */
    public static ProductOffering of(int type) {
        var cluster = InstanceState.isCluster(type);
        var recent = type >= FIRST_WITH_READING_REPLICAS;
        return new ProductOffering(
                type,
                type == CKV || type == CKV_CLUSTER ? "CKV" : "Redis",
                InstanceState.version(type),
                cluster ? CLUSTER_SHARDS : List.of(1),
                recent || cluster ? REPLICAS : List.of(1),
                recent || cluster);
    }

    /** What it is called. */
    public String name() {
        return engine + " " + version + (isCluster() ? " Cluster Edition" : " Standard Edition");
    }

    /** The sizes of a shard on sale, in GB. */
    public List<Integer> shardSizes() {
        return IntStream.rangeClosed(1, MAX_SHARD_GB).boxed().toList();
    }

    /** The smallest and the largest sizes of all shards together for each number of them, in GB. */
    public List<Integer> totalSizes() {
        return isCluster()
                ? shards.stream()
                        .flatMap(count -> List.of(count, count * MAX_SHARD_GB).stream())
                        .distinct()
                        .sorted()
                        .toList()
                : shardSizes();
    }

    private boolean isCluster() {
        return InstanceState.isCluster(type);
    }
}
