package io.redial.benchmarks.peers.aliyun;

import com.aliyun.r_kvstore20150101.Client;
import com.aliyun.r_kvstore20150101.models.DescribeInstancesRequest;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import io.redial.benchmarks.sidebyside.BlockingCandidate;
import io.redial.benchmarks.sidebyside.Candidate;
import java.net.URI;

/** Alibaba's SDK: one client for all threads, ACS3-HMAC-SHA256, and a pool that keeps a connection for each. */
public final class AliyunSdk implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) throws Exception {
        var client = new Client(new Config()
                .setAccessKeyId("LTAI5tEXAMPLEEXAMPLEEXAMPLE")
                .setAccessKeySecret("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE")
                .setProtocol("http")
                .setEndpoint(server.getAuthority())
                .setMaxIdleConns(connections));
        var request = new DescribeInstancesRequest().setRegionId("cn-hangzhou").setPageSize(30);
        var options = new RuntimeOptions().setMaxIdleConns(connections);
        return new BlockingCandidate(connections, () -> {
            var response = client.describeInstancesWithOptions(request, options);
            if (response.getBody().getInstances().getKVStoreInstance().isEmpty()) {
                throw new IllegalStateException("the answer is not what the stub sends");
            }
            return response;
        });
    }
}
