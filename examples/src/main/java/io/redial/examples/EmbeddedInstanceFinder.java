package io.redial.examples;

import io.redial.reactive.TencentRedis;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.ProductArchitecture;
import io.redial.tencent.redis.Region;
import reactor.core.publisher.Mono;

/** Picks an instance of the embedded cloud for R-KVStore, whose document has no list: API 3.0 has one, with other ids. */
final class EmbeddedInstanceFinder {
    private EmbeddedInstanceFinder() {}

    static Mono<String> findWithoutShards(CloudTarget embedded, CallCounter calls) {
        return Mono.using(
                () -> embedded.configure(TencentRedis.builder(), calls)
                        .region(Region.AP_GUANGZHOU)
                        .build(),
                redis -> redis.items(DescribeInstancesRequest.builder().build())
                        .filter(instance -> !ProductArchitecture.CLUSTER.equals(instance.productType()))
                        .mapNotNull(InstanceSet::instanceId)
                        .map(id -> id.replaceFirst("^crs-", "r-"))
                        .next());
    }
}
