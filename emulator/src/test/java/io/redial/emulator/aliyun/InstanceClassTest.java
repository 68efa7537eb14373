package io.redial.emulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.instance.Memory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceClassTest {
    @ParameterizedTest
    @CsvSource({
        "redis.master.small.default, false, 1024, 1",
        "redis.master.8xlarge.default, false, 65536, 1",
        "redis.master.3g.default, false, 3072, 1",
        "redis.logic.sharding.2g.4db.0rodb.4proxy.default, true, 2048, 4",
    })
    void className_isParsedAsASize(String name, boolean cluster, int shardMb, int shards) {
        var found = InstanceClass.parse(name).orElseThrow();
        var memory = found.resized(new Memory(1, 1, 2, 7));
        assertThat(memory).isEqualTo(new Memory(shardMb, shards, 2, 7));
        assertThat(found.cluster()).isEqualTo(cluster);
        assertThat(InstanceClass.of(memory, cluster).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis.master.tiny.default",
                "redis.master.65g.default",
                "redis.master.0g.default",
                "redis.logic.sharding.2g.0db.0rodb.4proxy.default",
                "redis.logic.sharding.2g.129db.0rodb.4proxy.default",
                "redis.logic.sharding.2g.4db.default",
            })
    void otherNames_areNotParsed(String name) {
        assertThat(InstanceClass.parse(name)).isEmpty();
    }
}
