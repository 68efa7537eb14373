package io.redial.examples;

import io.redial.core.credentials.CredentialsProvider;
import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.Region;
import io.redial.tencent.redis.UpgradeInstanceRequest;
import java.net.URI;

/** Lists the instances of a region, and upgrades the first one. The README shows what stands between the two marks. */
public final class QuickStart {
    private QuickStart() {}

    // readme:begin
    public static void main(String[] args) {
        try (var redis = TencentRedis.builder()
                .credentials(CredentialsProvider.environment())
                .region(Region.AP_GUANGZHOU)
                .endpoint(URI.create(args[0]))
                .build()) {
            redis.items(DescribeInstancesRequest.builder().build())
                    .mapNotNull(InstanceSet::instanceId)
                    .doOnNext(System.out::println)
                    .collectList()
                    .flatMapMany(ids -> redis.follow(UpgradeInstanceRequest.of(ids.get(0), 16_384)))
                    .doOnNext(System.out::println)
                    .blockLast();
        }
    }
    // readme:end
}
