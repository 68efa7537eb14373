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
    void withoutASizeEachInstanceGoesToTheNextStepAboveItsOwn(long present, long ordered) {
        assertThat(NEXT_STEP
                        .orderFor(instance().redisShardSize(present).build())
                        .memSize())
                .isEqualTo(ordered);
    }

    @Test
    void aClusterIsOrderedWithThePresentShardsAndReplicas() {
        var cluster = instance()
                .type(InstanceType.REDIS_6_2_CLUSTER)
                .productType(ProductArchitecture.CLUSTER)
                .redisShardNum(5)
                .redisReplicasNum(2)
                .build();

        assertThat(new UpgradeRule(8192L).orderFor(cluster))
                .isEqualTo(UpgradeInstanceRequest.builder()
                        .instanceId("crs-1")
                        .memSize(8192)
                        .redisShardNum(5)
                        .redisReplicasNum(2)
                        .build());
    }

    @Test
    void aStandardInstanceHasReplicasButNoShards() {
        var standard = instance()
                .type(InstanceType.REDIS_5_0_STANDARD)
                .productType(ProductArchitecture.STANDALONE)
                .redisShardNum(1)
                .redisReplicasNum(1)
                .build();

        assertThat(new UpgradeRule(8192L).orderFor(standard))
                .isEqualTo(UpgradeInstanceRequest.builder()
                        .instanceId("crs-1")
                        .memSize(8192)
                        .redisReplicasNum(1)
                        .build());
    }

    @Test
    void theOldestEditionsHaveNeither() {
        var old = instance()
                .type(InstanceType.REDIS_2_8_STANDARD)
                .productType(ProductArchitecture.STANDALONE)
                .redisShardNum(1)
                .redisReplicasNum(1)
                .build();

        assertThat(new UpgradeRule(8192L).orderFor(old)).isEqualTo(UpgradeInstanceRequest.of("crs-1", 8192));
    }

    @Test
    void aStepAboveAnUnknownSizeIsUnknown() {
        assertThatThrownBy(() -> NEXT_STEP.orderFor(instance().build()))
                .hasMessage("the list does not say how large its shards are; name a size");
    }

    private static InstanceSet.Builder instance() {
        return InstanceSet.builder().instanceId("crs-1");
    }
}
