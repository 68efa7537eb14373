package io.redial.benchmarks.operations;

import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.ManualBackupInstanceRequest;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.Objects;

/** What has to be known of an instance to start work on it. */
record BenchmarkInstance(String id, long shardMb) {
    static BenchmarkInstance of(InstanceSet row) {
        return new BenchmarkInstance(
                Objects.requireNonNull(row.instanceId()), Objects.requireNonNull(row.redisShardSize()));
    }

    /** Work that is a task. */
    ManualBackupInstanceRequest backupRequest() {
        return ManualBackupInstanceRequest.of(id);
    }

    /** Work that is an order. */
    UpgradeInstanceRequest upgradeRequest() {
        return UpgradeInstanceRequest.of(id, shardMb + 1024);
    }
}
