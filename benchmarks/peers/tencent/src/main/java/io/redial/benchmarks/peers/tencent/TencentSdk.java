package io.redial.benchmarks.peers.tencent;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.redis.v20180412.RedisClient;
import com.tencentcloudapi.redis.v20180412.models.DescribeInstancesRequest;
import io.redial.benchmarks.sidebyside.BlockingCandidate;
import io.redial.benchmarks.sidebyside.Candidate;
import io.redial.benchmarks.sidebyside.TencentCall;
import java.net.URI;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Tencent's SDK: one client for all threads, TC3-HMAC-SHA256, and a pool that keeps a connection for each. */
public final class TencentSdk implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint(server.getAuthority());
        http.setReqMethod(HttpProfile.REQ_POST);
        http.setHttpClient(new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(connections, 5, MINUTES))
                .build());
        var client = new RedisClient(
                new Credential("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"),
                "ap-guangzhou",
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
        var request = new DescribeInstancesRequest();
        request.setLimit((long) TencentCall.LIMIT);
        request.setOffset(0L);
        return new BlockingCandidate(connections, () -> {
            var response = client.DescribeInstances(request);
            if (response.getInstanceSet().length == 0) {
                throw new IllegalStateException("the answer is not what the stub sends");
            }
            return response;
        });
    }
}
