package io.redial.benchmarks.following;

import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.ManualBackupInstanceRequest;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.util.Objects;

/** What has to be known of an instance to start work on it. */
record Instance(String id, long shardMb) {
    static Instance of(InstanceSet row) {
        return new Instance(Objects.requireNonNull(row.instanceId()), Objects.requireNonNull(row.redisShardSize()));
    }

    /** Work that is a task. */
    ManualBackupInstanceRequest backup() {
        return ManualBackupInstanceRequest.of(id);
    }

    /** Work that is an order. */
    UpgradeInstanceRequest upgrade() {
        return UpgradeInstanceRequest.of(id, shardMb + 1024);
    }
}
