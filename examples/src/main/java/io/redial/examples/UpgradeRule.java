package io.redial.examples;

import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceType;
import io.redial.tencent.redis.ProductArchitecture;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each instance is upgraded to.
 *
 * @param shardMb the new size of a shard in MB, or null for one step above the present size
 */
record UpgradeRule(@Nullable Long shardMb) {
    /** Sizes on sale are multiples of it. */
    static final long STEP_MB = 1024;

    /** They have neither shards nor replicas to name. */
    private static final Set<InstanceType> TYPES_WITHOUT_COUNTS =
            Set.of(InstanceType.REDIS_2_8_STANDARD, InstanceType.CKV_3_2_STANDARD, InstanceType.REDIS_2_8_STANDALONE);

    /**
     * The order for an instance. Only one of shard size, shard count and replica count may change in an order, so it names
     * the present value of the others.
     */
    UpgradeInstanceRequest requestFor(InstanceSet instance) {
        var order = UpgradeInstanceRequest.builder()
                .instanceId(Objects.requireNonNull(instance.instanceId(), "an instance without an id"))
                .memSize(shardMb == null ? stepAbove(instance.redisShardSize()) : shardMb);
        var shards = instance.redisShardNum();
        if (shards != null && ProductArchitecture.CLUSTER.equals(instance.productType())) {
            order.redisShardNum(shards);
        }
        var replicas = instance.redisReplicasNum();
        if (replicas != null && !TYPES_WITHOUT_COUNTS.contains(instance.type())) {
            order.redisReplicasNum(replicas);
        }
        return order.build();
    }

    private static long stepAbove(@Nullable Long presentMb) {
        if (presentMb == null) {
            throw new IllegalArgumentException("the list does not say how large its shards are; name a size");
        }
        return (presentMb / STEP_MB + 1) * STEP_MB;
    }
}
