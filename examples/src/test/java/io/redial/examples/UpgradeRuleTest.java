package io.redial.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceType;
import io.redial.tencent.redis.ProductArchitecture;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeRuleTest {
    private static final UpgradeRule NEXT_STEP = new UpgradeRule(null);

    @ParameterizedTest
    @CsvSource({"1024, 2048", "4096, 5120", "1500, 2048", "512, 1024"})
    void missingSize_usesNextStepAboveCurrentSize(long present, long ordered) {
        assertThat(NEXT_STEP
                        .requestFor(instance().redisShardSize(present).build())
                        .memSize())
                .isEqualTo(ordered);
    }

    @Test
    void cluster_keepsCurrentShardsAndReplicas() {
        var cluster = instance()
                .type(InstanceType.REDIS_6_2_CLUSTER)
                .productType(ProductArchitecture.CLUSTER)
                .redisShardNum(5)
                .redisReplicasNum(2)
                .build();

        assertThat(new UpgradeRule(8192L).requestFor(cluster))
                .isEqualTo(UpgradeInstanceRequest.builder()
                        .instanceId("crs-1")
                        .memSize(8192)
                        .redisShardNum(5)
                        .redisReplicasNum(2)
                        .build());
    }

    @Test
    void standardInstance_hasReplicasButNoShards() {
        var standard = instance()
                .type(InstanceType.REDIS_5_0_STANDARD)
                .productType(ProductArchitecture.STANDALONE)
                .redisShardNum(1)
                .redisReplicasNum(1)
                .build();

        assertThat(new UpgradeRule(8192L).requestFor(standard))
                .isEqualTo(UpgradeInstanceRequest.builder()
                        .instanceId("crs-1")
                        .memSize(8192)
                        .redisReplicasNum(1)
                        .build());
    }

    @Test
    void oldestEditions_haveNeither() {
        var old = instance()
                .type(InstanceType.REDIS_2_8_STANDARD)
                .productType(ProductArchitecture.STANDALONE)
                .redisShardNum(1)
                .redisReplicasNum(1)
                .build();

        assertThat(new UpgradeRule(8192L).requestFor(old)).isEqualTo(UpgradeInstanceRequest.of("crs-1", 8192));
    }

    @Test
    void unknownCurrentSize_isRejected() {
        assertThatThrownBy(() -> NEXT_STEP.requestFor(instance().build()))
                .hasMessage("the list does not say how large its shards are; name a size");
    }

    private static InstanceSet.Builder instance() {
        return InstanceSet.builder().instanceId("crs-1");
    }
}
