package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.TencentCall;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DescribeInstancesResponse;
import io.redial.tencent.redis.Region;

/** The call that is measured, as Redial has it. */
final class RedialCall {
    static final Region REGION = Region.AP_GUANGZHOU;
    static final String SECRET_ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    static final String SECRET_KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

    private RedialCall() {}

    static DescribeInstancesRequest request() {
        return DescribeInstancesRequest.builder()
                .limit(TencentCall.LIMIT)
                .offset(0)
                .build();
    }

    static boolean isComplete(DescribeInstancesResponse response) {
        return !response.instanceSet().isEmpty();
    }
}
